/**
 * The map of an interview for those who write or hold it: all turns, where each reply leads, dead ends, and what the attempts of this
 * browser have not met. It is drawn, and says the same as a list. The first two attempts are drawn in lines of their own, so that a second
 * one is beside the first. Any turn can be the beginning of an attempt.
 *
 * @typedef {import('./graph.js').MapTurn} MapTurn
 * @typedef {import('./graph.js').MapRun} MapRun
 */

import { word } from '../../scripts/dom/words.js';
import { button, make, short } from '../../scripts/dom/element.js';
import { isDeadEnd, placesOf, walked } from './graph.js';

/** @param {HTMLElement} book @returns {MapTurn[]} */
export const turnsIn = (book) =>
  [...book.querySelectorAll('.turns > [data-turn]')].map((turn) => ({
    id: turn.getAttribute('data-turn') ?? '',
    says: words(turn.querySelector('.turn-says .speech')),
    ends: turn.hasAttribute('data-ends'),
    ways: [...turn.querySelectorAll('[data-reply]')].map((reply) => ({
      id: reply.getAttribute('data-reply') ?? '',
      to: reply.getAttribute('data-to') ?? '',
      say: words(reply.querySelector('.reply-say')),
    })),
  }));

/** @param {Element | null} element */
const words = (element) => element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';

/**
 * @param {MapTurn[]} turns
 * @param {MapRun[]} runs
 * @param {(turn: string, n: number) => void} begin  an attempt at that turn
 * @returns {HTMLElement[]}  the drawing and the list
 */
export function mapOf(turns, runs, begin) {
  const { met, taken } = walked(turns, runs);
  const places = placesOf(turns);
  const number = (/** @type {string} */ id) => turns.findIndex((turn) => turn.id === id) + 1;
  const runsOf = (/** @type {number[] | undefined} */ sheets) =>
    sheets ? [word('dialogue-map-runs', { runs: sheets.join(word('sign-list')) })] : [];
  const list = turns.map((turn, at) => {
    const notes = [
      ...(turn.ends ? [word('dialogue-map-ends')] : []),
      ...(isDeadEnd(turn) ? [word('dialogue-map-dead')] : []),
      ...(places.get(turn.id)?.reached ? [] : [word('dialogue-map-lost')]),
      ...(met.has(turn.id) ? runsOf(met.get(turn.id)) : runs.length > 0 ? [word('dialogue-map-unmet')] : []),
    ];
    const start = button(word('dialogue-map-start'), () => begin(turn.id, at + 1), 'button small');
    const called = { text: word('dialogue-map-start'), more: word('dialogue-map-turn', { n: at + 1 }) };
    start.setAttribute('aria-label', word('sign-aside', called));
    start.dataset.beginAt = turn.id;
    const ways = turn.ways.map(({ id, to, say }) => {
      const leads = word('dialogue-map-way', { say: short(say, 40), n: number(to) });
      return make('li', '', [leads, ...runsOf(taken.get(`${turn.id}:${id}`))].join(word('sign-space')));
    });
    return make(
      'li',
      'map-turn',
      make(
        'p',
        'map-says',
        make('b', '', word('dialogue-map-turn', { n: at + 1 })),
        ` ${short(turn.says, 60)} `,
        start,
      ),
      ...(notes.length > 0 ? [make('p', 'map-notes', notes.join(word('sign-list')))] : []),
      ...(ways.length > 0 ? [make('ul', '', ...ways)] : []),
    );
  });
  const drawn = make('div', 'map-drawing', draw(turns, runs));
  drawn.tabIndex = 0;
  drawn.setAttribute('role', 'region');
  drawn.setAttribute('aria-label', word('dialogue-map-drawing'));
  return [drawn, make('ol', 'plain map-list', ...list)];
}

const WIDE = 84;
const HIGH = 76;
const ROUND = 17;

/** The drawing; the list beside it says the same. @param {MapTurn[]} turns @param {MapRun[]} runs */
function draw(turns, runs) {
  const places = placesOf(turns);
  const { met, taken } = walked(turns, runs);
  const [first, second] = runs.map(({ sheet }) => sheet);
  const at = (/** @type {string} */ id) => {
    const place = places.get(id);
    return place && { x: 30 + place.column * WIDE + (place.row % 2) * 24, y: 30 + place.row * HIGH };
  };
  const points = turns.map(({ id }) => at(id) ?? { x: 0, y: 0 });
  const width = Math.max(...points.map(({ x }) => x)) + 70;
  const height = Math.max(...points.map(({ y }) => y)) + 40;
  const svg = shape('svg', {
    class: 'map-svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'aria-hidden': 'true',
  });
  for (const turn of turns) {
    const from = at(turn.id);
    /** Several replies may lead to one turn: their lines lie beside each other. @type {Map<string, number>} */
    const many = new Map();
    for (const { id, to: next } of turn.ways) {
      const to = at(next);
      if (!from || !to) continue;
      const n = many.get(next) ?? 0;
      many.set(next, n + 1);
      const walkers = taken.get(`${turn.id}:${id}`) ?? [];
      const look = walkers.includes(first) ? ' map-first' : '';
      const other = second !== undefined && walkers.includes(second) ? ' map-second' : '';
      svg.append(shape('path', { d: line(from, to, n), class: `map-way${look}${other}` }));
    }
  }
  turns.forEach((turn, i) => {
    const { x, y } = points[i];
    const look = `map-node${turn.ends ? ' map-ends' : ''}${isDeadEnd(turn) || !places.get(turn.id)?.reached ? ' map-wrong' : ''}${met.has(turn.id) ? ' map-met' : ''}`;
    svg.append(
      shape('circle', { cx: x, cy: y, r: ROUND, class: look }),
      shape('text', { x, y: y + 5, 'text-anchor': 'middle', class: 'map-number' }, String(i + 1)),
    );
  });
  return svg;
}

/** @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to @param {number} n */
function line(from, to, n) {
  const bend = 10 + n * 12;
  if (from.x === to.x && from.y === to.y)
    return `M${from.x + ROUND} ${from.y - 6}c${30 + bend} -14 ${30 + bend} 26 0 12`;
  const isBack = to.y <= from.y;
  const side = isBack ? ROUND : 0;
  const [x1, y1, x2, y2] = [from.x + side, from.y + (isBack ? 0 : ROUND), to.x + side, to.y - (isBack ? 0 : ROUND)];
  const out = isBack ? 40 + bend : bend * (x2 >= x1 ? 1 : -1);
  return `M${x1} ${y1}C${x1 + out} ${y1 + (isBack ? 0 : 24)} ${x2 + out} ${y2 - (isBack ? 0 : 24)} ${x2} ${y2}`;
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function shape(name, attributes, text = '') {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
