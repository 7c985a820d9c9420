/**
 * The board's page, which is the facilitator's window: files are dropped on it or chosen, and questions are opened for the room. Nothing that is read
 * here leaves the page but in the files that the facilitator exports.
 */

import { loadCatalogue } from '../answers/catalogue.js';
import { download, fileName } from '../answers/download.js';
import { dropOn } from '../answers/drop.js';
import { today } from '../answers/phrases.js';
import { announce, button, make } from '../dom/element.js';
import { loadScript } from '../dom/load.js';
import { printAs } from '../dom/print.js';
import { word } from '../dom/words.js';
import { Link } from '../slides/link.js';
import { GatheredBoard } from './board.js';
import { rowsOf, toCsv, toMarkdown, toWorkbook } from './export.js';
import { BoardList } from './list.js';
import { linkName } from './room.js';
import { allOf } from './show.js';
import { filesIn, readAll, readOne, takeAll } from './taking.js';

/** @typedef {import('./taking.js').LeftOut} LeftOut */

const TICK = 1000; // ms
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function startBoard() {
  const root = document.querySelector('[data-board]');
  if (!(root instanceof HTMLElement)) return;
  const { base = '', gathered } = document.documentElement.dataset;
  const status = root.querySelector('[data-status]');
  const say = (/** @type {string} */ text) => {
    if (status) status.textContent = text;
  };
  const catalogue = await loadCatalogue(base).catch(() => undefined);
  if (!catalogue) return say(word('catalogue-failed'));

  const board = new BoardWindow(root, catalogue, say);
  board.start();
  if (gathered !== undefined) await board.takeGathered(`${base}board/gathered.js`);
}

class BoardWindow {
  #root;
  #catalogue;
  #say;
  #board;
  #list;
  /** What the room sees, and its name: no other page has given it to anything else. @type {{ shown: import('./board.js').BoardShown, version: string } | undefined} */
  #shown;
  #begun = String(Math.random());
  #changes = 0;
  #link = new Link(linkName(), ({ version }) => {
    if (version !== this.#shown?.version) this.#send();
  });
  #queue = Promise.resolve();
  /** @type {LeftOut[]} */
  #left = [];
  /** Whether the names of the files that were left out are shown. */
  #namesFiles = false;

  /** @param {HTMLElement} root @param {import('../answers/catalogue.js').Catalogue} catalogue @param {(text: string) => void} say */
  constructor(root, catalogue, say) {
    this.#root = root;
    this.#catalogue = catalogue;
    this.#say = say;
    this.#board = new GatheredBoard(catalogue, () => this.#update());
    const place = root.querySelector('[data-works]');
    if (!(place instanceof HTMLElement)) throw new Error('the page has no place for the works');
    this.#list = new BoardList(place, this.#board);
  }

  start() {
    for (const input of this.#root.querySelectorAll('input[type="file"]')) {
      if (!(input instanceof HTMLInputElement)) continue;
      input.webkitdirectory = input.matches('[data-folder]');
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = ''; // so that the same files can be chosen again
        this.#take(Promise.resolve(files));
      });
    }
    dropOn(document.body, (_, dropped) => this.#take(filesIn(dropped)));
    const order = this.#root.querySelector('select[data-order]');
    if (order instanceof HTMLSelectElement)
      order.addEventListener('change', () => this.#board.choose(order.value.split(' ').filter(Boolean)));
    /** @type {Record<string, () => unknown>} */
    const acts = {
      'open-room': () => this.#openRoom(),
      print: () => this.#print(),
      csv: () => this.#export('csv'),
      xlsx: () => this.#export('xlsx'),
      markdown: () => this.#export('md'),
      clear: () => this.#clear(),
      names: () => {
        this.#namesFiles = !this.#namesFiles;
        this.#showLeft();
      },
    };
    for (const [name, act] of Object.entries(acts))
      this.#root.querySelector(`[data-${name}]`)?.addEventListener('click', () => void act());
    addEventListener('beforeunload', (event) => {
      if (this.#board.people.length > 0) event.preventDefault();
    });
    setInterval(() => this.#sayRoom(), TICK);
    this.#root.dataset.ready = '';
    this.#update();
  }

  /** What `mitate collect` put beside the page: texts of answer files, in the order of its own numbers of people. @param {string} address */
  async takeGathered(address) {
    this.#root.setAttribute('aria-busy', 'true');
    await loadScript(address).catch(() => {});
    const texts = Reflect.get(globalThis, 'mitateGathered');
    /** @type {import('./taking.js').TakenFile[]} */
    const taken = [];
    for (const [at, text] of (Array.isArray(texts) ? texts : []).entries())
      await readOne(word('board-gathered-file', { n: at + 1 }), String(text), this.#catalogue, taken, this.#left);
    takeAll(
      this.#board,
      taken.map((file, place) => ({ ...file, place })),
      this.#left,
    );
    this.#renew();
    if (!Array.isArray(texts)) this.#say(word('board-gathered-missing'));
    this.#root.removeAttribute('aria-busy');
  }

  /** One batch of files after another. @param {Promise<File[]>} coming */
  #take(coming) {
    this.#queue = this.#queue.then(async () => {
      this.#root.setAttribute('aria-busy', 'true');
      const files = await coming;
      const { taken, left } = await readAll(files, this.#catalogue, (n) =>
        this.#say(word('board-reading', { n, total: files.length })),
      );
      this.#left.push(...left);
      takeAll(this.#board, taken, this.#left);
      this.#renew();
      this.#root.removeAttribute('aria-busy');
    });
  }

  /** Other answers are there: says how many people, and what was left out. */
  #renew() {
    this.#say(word('board-gathered', { n: this.#board.people.length, left: this.#left.length }));
    this.#showLeft();
    this.#board.renewed();
  }

  #showLeft() {
    const place = this.#root.querySelector('[data-left]');
    if (!(place instanceof HTMLElement)) return;
    place.hidden = this.#left.length === 0;
    const summary = place.querySelector('summary');
    if (summary) summary.textContent = word('board-left', { n: this.#left.length });
    if (this.#left.length === 0) this.#namesFiles = false;
    place.querySelector('ul')?.replaceChildren(...this.#left.map((one, at) => this.#leftLine(one, at)));
    const names = place.querySelector('[data-names]');
    if (names) names.textContent = word(this.#namesFiles ? 'board-left-hide' : 'board-left-show');
  }

  /** Files are called after people, and this page may be projected, too: their names are shown when someone asks for them. @param {LeftOut} left @param {number} at */
  #leftLine(left, at) {
    const { name, why, read } = left;
    const called = this.#namesFiles ? name : word('board-left-file', { n: at + 1 });
    const line = make('li', '', make('span', 'gathered-file', called), ' ', why);
    if (read)
      line.append(
        ' ',
        button(
          word('board-take-anyway'),
          () => {
            this.#left = this.#left.filter((one) => one !== left);
            takeAll(this.#board, [{ name, read, place: 0 }], this.#left);
            this.#renew();
          },
          'button small',
        ),
      );
    return line;
  }

  #clear() {
    this.#left = [];
    this.#showLeft();
    this.#board.clear();
    this.#say(word('gathered' in document.documentElement.dataset ? 'board-cleared-here' : 'board-cleared'));
  }

  #update() {
    const isEmpty = this.#board.people.length === 0;
    this.#root.toggleAttribute('data-empty', isEmpty);
    void this.#list.update();
    void this.#tell();
  }

  /** Sends what is open to the projected window. */
  async #tell() {
    const change = ++this.#changes;
    const shown = await this.#board.shown();
    if (change !== this.#changes) return;
    const works = shown.works.map((work) => ({ ...work, views: work.views.map((view) => ({ ...view, said: [] })) }));
    this.#shown = { shown: { ...shown, works }, version: `${this.#begun} ${change}` };
    this.#send();
  }

  /** Whether the projected window is there: it may be closed without a word. */
  #sayRoom() {
    const line = this.#root.querySelector('[data-room-state]');
    const words = word(this.#link.isOpen ? 'board-room-open' : 'board-room-none');
    if (line && line.textContent !== words) line.textContent = words;
  }

  #send() {
    this.#sayRoom();
    if (this.#shown && this.#link.isOpen) this.#link.send(this.#shown);
  }

  #openRoom() {
    if (!this.#link.open(`${location.href.split('#')[0]}#room`)) this.#say(word('board-refused'));
  }

  /** @returns {Promise<import('./board.js').BoardShown>} */
  #wanted() {
    const all = this.#root.querySelector('input[data-all]');
    return this.#board.shown(all instanceof HTMLInputElement && all.checked);
  }

  async #print() {
    const shown = await this.#wanted();
    if (shown.works.every(({ views }) => views.length === 0)) return this.#say(word('board-nothing-open'));
    const works = shown.works.filter(({ views }) => views.length > 0);
    const paper = make(
      'div',
      'gathered-paper',
      make('p', 'gathered-paper-title', word('board-paper', { course: this.#catalogue.title })),
      make('p', 'gathered-count', word('answers-as-of', { date: today() })),
      ...allOf({ ...shown, works }),
    );
    this.#root.after(paper);
    printAs('board', () => paper.remove());
  }

  /** @param {'csv' | 'xlsx' | 'md'} ending */
  async #export(ending) {
    const shown = await this.#wanted();
    if (shown.works.every(({ views }) => views.length === 0)) return this.#say(word('board-nothing-open'));
    const name = fileName(`${this.#catalogue.id}-board`, ending);
    if (ending === 'csv') download([toCsv(rowsOf(shown))], name, 'text/csv');
    else if (ending === 'xlsx') download(await toWorkbook(rowsOf(shown)), name, WORKBOOK);
    else download([toMarkdown(shown, word('board-paper', { course: this.#catalogue.title }))], name, 'text/markdown');
    this.#say(word('exported', { file: name }));
    announce(word('exported', { file: name }));
  }
}
