/**
 * An interview that branches: one turn at a time, made from the game book that stands in the form. The way taken is
 * kept as `step.1`, `step.2`, …: `TURN:REPLY`, or `TURN:own` with the words in `own.N`. Any earlier turn can be gone back
 * to; afterwards the whole way is reviewed, with room for one's own reasons (`why.N`).
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('../work/values.js').Value} Value
 * @typedef {{ turn: string, reply: string }} Step
 */

import { word } from '../words.js';
import { announce, button, make } from '../work/element.js';
import { stepsOf } from './steps.js';

/** @type {import('./kinds.js').Kind} */
export const dialogue = {
  start,
  arrange: (root, values) => {
    const book = root.querySelector('[data-dialogue]');
    if (book instanceof HTMLElement) book.append(transcript(book, stepsOf(values), values));
  },
  answered: (work) => stepsOf(valuesOf(work)).length > 0,
  looked: (work) => review(work),
};

/** @param {Work} work */
function valuesOf(work) {
  return new Map([...work.fields()].map(([name, { value }]) => [name, value]));
}

/** @param {Work} work */
function start(work) {
  const book = work.form.querySelector('[data-attempt] [data-dialogue]');
  if (!(book instanceof HTMLElement)) return;
  const stage = make('div', 'dialogue-stage');
  book.append(stage);
  let shown = '';

  /** @param {Step[]} steps @param {boolean} [byHand]  the learner has just done something: the focus follows */
  const render = (steps, byHand) => {
    shown = key(steps);
    const values = valuesOf(work);
    const before = transcript(book, steps, values, (at) => {
      for (let n = at + 1; n <= steps.length; n += 1) work.keep(`step.${n}`, '');
      render(steps.slice(0, at), true);
      announce(word('dialogue-back', { n: at + 1 }));
    });
    const current = turnAt(book, steps);
    const now = current ? ask(current, steps) : make('p', 'turn-end', word('dialogue-lost'));
    stage.replaceChildren(before, now);
    work.grown([`own.${steps.length + 1}`]);
    if (!byHand) return;
    now.tabIndex = -1;
    now.focus();
  };

  /** @param {HTMLElement} turn @param {Step[]} steps */
  const ask = (turn, steps) => {
    const n = steps.length + 1;
    const head = make('p', 'turn-number', word('dialogue-step', { n }));
    const part = make('section', 'turn-now', head, copy(turn, '.turn-says'));
    if (turn.hasAttribute('data-ends')) {
      part.append(make('p', 'turn-end', word('dialogue-ended')));
      return part;
    }
    const list = make('ul', 'replies plain');
    for (const reply of repliesOf(turn)) {
      const id = reply.dataset.reply ?? '';
      if (id === 'own') continue;
      const say = button('', () => go(steps, turn, id), 'button reply-button');
      say.append(copy(reply, '.reply-say'));
      list.append(make('li', '', say));
    }
    part.append(list);
    if (repliesOf(turn).some((reply) => reply.dataset.reply === 'own')) part.append(ownWords(turn, steps, n));
    return part;
  };

  /** @param {HTMLElement} turn @param {Step[]} steps @param {number} n */
  const ownWords = (turn, steps, n) => {
    const label = make('label', 'own-label', word('dialogue-own'));
    const text = make('textarea', 'write lines-2');
    text.name = `own.${n}`;
    text.rows = 2;
    text.id = `${work.form.dataset.answer?.replace('/', '-')}-own-${n}`;
    label.htmlFor = text.id;
    const status = make('p', 'own-status');
    status.setAttribute('role', 'status');
    const say = button(word('dialogue-say-own'), () => {
      if (text.value.trim() === '') {
        status.textContent = word('dialogue-own-empty');
        text.focus();
      } else {
        work.save();
        work.keep(text.name, text.value);
        go(steps, turn, 'own');
      }
    }, 'button small');
    return make('div', 'own-words', label, text, make('p', '', say), status);
  };

  /** @param {Step[]} steps @param {HTMLElement} turn @param {string} reply */
  const go = (steps, turn, reply) => {
    const next = [...steps, { turn: turn.dataset.turn ?? '', reply }];
    work.keep(`step.${next.length}`, `${turn.dataset.turn}:${reply}`);
    render(next, true);
    const reaction = replyOf(turn, reply)?.querySelector('[data-reaction] .speech')?.textContent ?? '';
    if (reaction) announce(`${book.dataset.person ?? ''}：${reaction.trim()}`);
  };

  work.onChange((_names, by) => {
    const steps = stepsOf(valuesOf(work));
    if (by !== 'learner' && (by === 'sheet' || key(steps) !== shown)) render(steps);
  });
  render([]);
}

/** @param {Step[]} steps */
const key = (steps) => steps.map(({ turn, reply }) => `${turn}:${reply}`).join(' ');

/** A turn of the book; without an id the first. @param {HTMLElement} book @param {string} [id] */
function turnOf(book, id) {
  const turn = book.querySelector(`.turns > [data-turn${id === undefined ? '' : `="${CSS.escape(id)}"`}]`);
  return turn instanceof HTMLElement ? turn : undefined;
}

/** @param {HTMLElement} turn */
const repliesOf = (turn) => [...turn.querySelectorAll('[data-reply]')].filter((reply) => reply instanceof HTMLElement);

/** @param {HTMLElement} turn @param {string} id */
const replyOf = (turn, id) => repliesOf(turn).find((reply) => reply.dataset.reply === id);

/** The turn that the way has come to: the first, or where the last reply leads. @param {HTMLElement} book @param {Step[]} steps */
function turnAt(book, steps) {
  const last = steps.at(-1);
  if (!last) return turnOf(book);
  const turn = turnOf(book, last.turn);
  const reply = turn && replyOf(turn, last.reply);
  return reply && turnOf(book, reply.dataset.to ?? '');
}

/** A copy of what stands in the book, without its ids. @param {HTMLElement} from @param {string} selector */
function copy(from, selector) {
  const part = from.querySelector(selector);
  // A list stays one.
  const made = make(/** @type {'div'} */ (part?.localName ?? 'div'), part?.className ?? '');
  if (!part) return made;
  made.append(...[...part.cloneNode(true).childNodes]);
  for (const element of made.querySelectorAll('[id]')) element.removeAttribute('id');
  return made;
}

/**
 * What was said so far.
 * @param {HTMLElement} book
 * @param {Step[]} steps
 * @param {ReadonlyMap<string, Value>} values
 * @param {(at: number) => void} [back]
 */
function transcript(book, steps, values, back) {
  const list = make('ol', 'transcript plain');
  steps.forEach((step, at) => {
    const turn = turnOf(book, step.turn);
    const reply = turn && replyOf(turn, step.reply);
    if (!turn || !reply) return;
    const said = make('div', 'said', make('p', 'speaker', word('dialogue-you')), saidIn(reply, step, values, at));
    const item = make('li', 'exchange', copy(turn, '.turn-says'), said);
    if (reply.querySelector('[data-reaction]')) item.append(copy(reply, '[data-reaction]'));
    if (back) {
      const way = button(word('dialogue-rewind'), () => back(at), 'button small rewind');
      way.setAttribute('aria-label', word('dialogue-rewind-to', { n: at + 1 }));
      item.append(way);
    }
    list.append(item);
  });
  return list;
}

/** @param {HTMLElement} reply @param {Step} step @param {ReadonlyMap<string, Value>} values @param {number} at */
function saidIn(reply, step, values, at) {
  if (step.reply !== 'own') return copy(reply, '.reply-say');
  return make('div', 'reply-say own', String(values.get(`own.${at + 1}`) ?? ''));
}

/** The whole way with what each reply does, and room for one's reasons. @param {Work} work */
function review(work) {
  const place = work.form.querySelector('[data-dialogue-review]');
  const book = work.form.querySelector('[data-attempt] [data-dialogue]');
  if (!(place instanceof HTMLElement) || !(book instanceof HTMLElement)) return;
  const values = valuesOf(work);
  const steps = stepsOf(values);
  if (place.dataset.shown === key(steps)) return;
  place.dataset.shown = key(steps);
  place.replaceChildren(make('p', 'hint', word('dialogue-review')), ...steps.map((step, at) => {
    const turn = turnOf(book, step.turn);
    const reply = turn && replyOf(turn, step.reply);
    if (!turn || !reply) return make('p', '', word('dialogue-lost'));
    const n = at + 1;
    const part = make('section', 'reviewed', make('h4', '', word('dialogue-step', { n })), copy(turn, '.turn-says'),
      make('div', 'said', make('p', 'speaker', word('dialogue-you')), saidIn(reply, step, values, at)));
    for (const selector of ['[data-reaction]', '.reply-marks', '[data-because]', '[data-own-examples]']) {
      if (reply.querySelector(selector)) part.append(copy(reply, selector));
    }
    const label = make('label', 'why-label', word('dialogue-why'));
    const why = make('textarea', 'write lines-2');
    why.name = `why.${n}`;
    why.rows = 2;
    why.id = `${work.form.dataset.answer?.replace('/', '-')}-why-${n}`;
    label.htmlFor = why.id;
    part.append(make('p', 'why', label, why));
    return part;
  }));
  work.grown(steps.map((_, at) => `why.${at + 1}`));
}

