/**
 * The place that a course uses now, with the journal and the channel that belong to it. Where the browser refuses
 * storage, it is the open page.
 *
 * @typedef {import('./memory.js').Storage} Storage
 */

import { channelOf } from '../channel.js';
import { journalOf } from '../journal.js';
import { memoryPlace } from './memory.js';

export class CurrentPlace {
  memory = memoryPlace();
  /** @type {Storage} */
  place = this.memory;
  /** The room of the course among others of its id; see rooms.js. */
  room = '';
  journal;
  channel;
  #places;
  #heard;

  /**
   * @param {string} course
   * @param {ReturnType<typeof import('./all.js').placesOf>} places
   * @param {(addresses: string[] | null) => void} heard  another tab wrote; null: much
   */
  constructor(course, places, heard) {
    this.#places = places;
    this.#heard = heard;
    this.journal = journalOf(course);
    this.channel = channelOf(course, heard);
  }

  get where() {
    return this.place.where;
  }

  /** Opens the place of this mode. False if the browser refuses it. @param {'browser' | 'session'} where */
  async open(where) {
    try {
      const { place, room, name } = await this.#places.open(where);
      if (room !== this.room) {
        this.channel.close();
        this.channel = channelOf(name, this.#heard);
        this.journal = journalOf(name);
      }
      this.place = place;
      this.room = room;
      return true;
    } catch {
      this.place = this.memory;
      return false;
    }
  }

  /** Announces to the other tabs what changed, if they can see it. @param {string[] | null} addresses */
  tell(addresses) {
    if (this.where === 'browser') this.channel.tell(addresses);
  }

  /** The entry at one address. @param {string} address */
  async entry(address) {
    const found = await this.place.list(address).catch(() => []);
    return found.find(([one]) => one === address)?.[1];
  }
}
