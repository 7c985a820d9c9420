/**
 * A branching interview: one turn at a time, made from the turns in the form. The path is
 * stored as `step.1`, `step.2`, …: `TURN:REPLY`, or `TURN:own` with the words in `own.N`. It begins at the first turn, or at the one in
 * `@start`, which authors can choose on the map. Learners can return to any earlier turn. Afterwards they review the whole path, with fields for their reasons (`why.N`).
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 * @typedef {{ turn: string, reply: string }} Step
 */

import { ask } from '../../scripts/answers/dialog.js';
import { word } from '../../scripts/dom/words.js';
import { announce, button, make } from '../../scripts/dom/element.js';
import { loadScript } from '../../scripts/dom/load.js';
import { stepsOf } from './steps.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const dialogue = {
  start,
  copies: false,
  arrange: (root, values) => {
    const book = root.querySelector('[data-dialogue]');
    if (!(book instanceof HTMLElement)) return;
    book.append(make('ol', 'transcript plain', ...stepsOf(values).map((step, at) => said(book, step, values, at))));
  },
  shows: (name) => /^(step|own|why)\.\d+$/.test(name),
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
  const interview = new Interview(work, book);
  interview.start();
  // Pages of the facilitators' edition say where it is, and those that authors see in `mitate serve`.
  const map = document.querySelector('[data-interview-map]');
  if (map instanceof HTMLElement) addMap(work, book, interview, map.dataset.interviewMap ?? '');
}

/** Adds the map of the interview below it (map.js), which is loaded when it is opened. @param {Work} work @param {HTMLElement} book @param {Interview} interview @param {string} src */
function addMap(work, book, interview, src) {
  const body = make('div', '');
  const map = make(
    'details',
    'dialogue-map',
    make('summary', '', word('dialogue-map')),
    make('p', 'field-how', word('dialogue-map-how')),
    body,
  );
  work.form.querySelector('[data-attempt]')?.after(map);
  const update = async () => {
    if (!map.open) return;
    if (!mapHere()) await loadScript(src);
    const { mapOf, turnsIn } = /** @type {NonNullable<ReturnType<typeof mapHere>>} */ (mapHere());
    const sheets = [...work.sheets()].map(([sheet, fields]) => ({
      sheet,
      steps: stepsOf(new Map([...fields].map(([name, { value }]) => [name, value]))),
    }));
    const runs = sheets.filter(({ steps }) => steps.length > 0);
    body.replaceChildren(...mapOf(turnsIn(book), runs, (turn, n) => void interview.startAt(turn, n)));
  };
  for (const follow of [work.onChange, work.onRefresh, work.onStored]) follow.call(work, () => void update());
  map.addEventListener('toggle', () => void update());
}

/** @returns {typeof import('./map.js') | undefined} */
const mapHere = () => Reflect.get(globalThis, 'mitateInterviewMap');

class Interview {
  #work;
  #book;
  #list = make('ol', 'transcript plain');
  #undo = make('p', 'undo', make('span', ''), ' ');
  #shown = '';
  /** The learner's own words that may be overwritten because they were taken back; without a name: there are none. @type {{ name: string, words: Value } | undefined} */
  #taken;
  /** The path that is shown, and what the list shows of it. @type {Step[]} */
  #way = [];
  /** @type {string[]} */
  #listed = [];

  /** @param {Work} work @param {HTMLElement} book */
  constructor(work, book) {
    this.#work = work;
    this.#book = book;
  }

  start() {
    this.#book.append(make('div', 'dialogue-stage', this.#list, this.#undo));
    this.#work.onChange((_names, by) => {
      if (by === 'learner') this.#showUndo();
      else this.#follow(by === 'sheet');
    });
    // A step has no control: a change in another tab arrives only here, as does a step of this tab that came too late.
    this.#work.onRefresh(() => this.#follow());
    this.#work.onStored(() => this.#follow());
    this.#render([]);
  }

  /** Begins at that turn; what was said so far goes, if the author confirms it. @param {string} turn @param {number} n */
  async startAt(turn, n) {
    if (this.#work.form.hasAttribute('data-looked')) return announce(word('dialogue-map-looked'));
    const gone = this.#way;
    if (gone.length > 0) {
      const answer = await ask(
        word('dialogue-map-start-at', { n }),
        [word('dialogue-rewind-about', { n: gone.length })],
        [
          { name: 'start', words: word('dialogue-map-start'), look: 'primary' },
          { name: '', words: word('cancel') },
        ],
      );
      if (answer === '' || gone !== this.#way) return;
    }
    for (let step = 1; step <= gone.length; step += 1) this.#work.keep(`step.${step}`, '');
    this.#work.keep('@start', turn);
    this.#render([], true);
    announce(word('dialogue-map-started', { n }));
  }

  /** Shows the stored path. @param {boolean} [always]  also if it is shown already */
  #follow(always) {
    const steps = stepsOf(valuesOf(this.#work));
    if (!always && key(steps) === this.#shown) return;
    if (!always) this.#work.save(true); // the field of what is being written here goes
    this.#render(steps);
  }

  /** Undoing restores what was said, so it is hidden while other words have replaced it. */
  #showUndo() {
    const said = this.#taken;
    this.#undo.hidden = said === undefined || (said.name !== '' && this.#work.value(said.name) !== said.words);
  }

  /** @param {Step[]} steps @param {boolean} [byHand]  the learner has just done something: the focus follows */
  #render(steps, byHand) {
    this.#shown = key(steps);
    this.#way = steps;
    this.#taken = undefined;
    this.#showUndo();
    this.#showTranscript(steps);
    const current = turnAt(this.#book, steps, String(this.#work.fields().get('@start')?.value ?? ''));
    const now = current ? this.#turnNow(current, steps) : make('p', 'turn-end', word('dialogue-lost'));
    if (this.#undo.nextElementSibling) this.#undo.nextElementSibling.replaceWith(now);
    else this.#undo.after(now);
    this.#work.grown([`own.${steps.length + 1}`]);
    if (!byHand) return;
    now.tabIndex = -1;
    now.focus();
  }

  /** A long interview is not rebuilt with every word: what is listed already stays. @param {Step[]} steps */
  #showTranscript(steps) {
    const values = valuesOf(this.#work);
    const wanted = steps.map((step, at) => `${key([step])} ${step.reply === 'own' ? values.get(`own.${at + 1}`) : ''}`);
    const first = wanted.findIndex((one, at) => one !== this.#listed[at]);
    const kept = Math.min(first < 0 ? wanted.length : first, this.#listed.length);
    while (this.#list.children.length > kept) this.#list.lastElementChild?.remove();
    const back = (/** @type {number} */ at) => void this.#back(at);
    this.#list.append(...steps.slice(kept).map((step, i) => said(this.#book, step, values, kept + i, back)));
    this.#listed = wanted;
  }

  /**
   * Goes back to an exchange, if the learner confirms it; until something else is said, this can be undone.
   * @param {number} at
   */
  async #back(at) {
    const gone = this.#way;
    const n = gone.length - at;
    const answer = await ask(
      word('dialogue-rewind-title', { n: at + 1 }),
      [word('dialogue-rewind-about', { n })],
      [
        { name: 'back', words: word('dialogue-rewind'), look: 'primary' },
        { name: '', words: word('cancel') },
      ],
    );
    // Another tab may have continued meanwhile: the question was not about that.
    if (answer === '' || gone !== this.#way) return;
    for (let step = at + 1; step <= gone.length; step += 1) this.#work.keep(`step.${step}`, '');
    this.#render(gone.slice(0, at), true);
    announce(word('dialogue-back', { n: at + 1 }));
    const undo = () => {
      gone.forEach(({ turn, reply }, i) => this.#work.keep(`step.${i + 1}`, `${turn}:${reply}`));
      this.#render(gone, true);
    };
    this.#undo.replaceChildren(
      make('span', '', word('dialogue-rewound', { n })),
      ' ',
      button(word('undo'), undo, 'button small'),
    );
    const name = gone[at].reply === 'own' ? `own.${at + 1}` : '';
    this.#taken = { name, words: this.#work.fields().get(name)?.value ?? '' };
    this.#showUndo();
  }

  /** @param {HTMLElement} turn @param {Step[]} steps */
  #turnNow(turn, steps) {
    const n = steps.length + 1;
    const head = make('p', 'turn-number', word('dialogue-step', { n }));
    const says = copy(turn, '.turn-says');
    const part = make('section', 'turn-now', head, says);
    const id = `${this.#work.form.dataset.answer?.replace('/', '-')}-turn`;
    head.id = `${id}-n`;
    says.id = `${id}-says`;
    part.setAttribute('role', 'group');
    part.setAttribute('aria-labelledby', `${head.id} ${says.id}`);
    if (turn.hasAttribute('data-ends')) {
      part.append(make('p', 'turn-end', word('dialogue-ended')));
      return part;
    }
    const list = make('ul', 'replies plain');
    for (const reply of repliesOf(turn)) {
      const id = reply.dataset.reply ?? '';
      if (id === 'own') continue;
      const say = button('', () => this.#go(steps, turn, id), 'button reply-button');
      say.dataset.say = id;
      say.append(copy(reply, '.reply-say'));
      list.append(make('li', '', say));
    }
    part.append(list);
    if (repliesOf(turn).some((reply) => reply.dataset.reply === 'own')) part.append(this.#ownWords(turn, steps, n));
    return part;
  }

  /** @param {HTMLElement} turn @param {Step[]} steps @param {number} n */
  #ownWords(turn, steps, n) {
    const label = make('label', 'own-label', word('dialogue-own'));
    const text = make('textarea', 'write lines-2');
    text.name = `own.${n}`;
    text.rows = 2;
    text.id = `${this.#work.form.dataset.answer?.replace('/', '-')}-own-${n}`;
    label.htmlFor = text.id;
    const status = make('p', 'own-status');
    status.setAttribute('role', 'status');
    const act = () => {
      if (text.value.trim() === '') {
        status.textContent = word('dialogue-own-empty');
        text.focus();
      } else {
        this.#work.save();
        this.#work.keep(text.name, text.value);
        this.#go(steps, turn, 'own');
      }
    };
    const say = button(word('dialogue-say-own'), act, 'button small');
    return make('div', 'own-words', label, text, make('p', '', say), status);
  }

  /** @param {Step[]} steps @param {HTMLElement} turn @param {string} reply */
  #go(steps, turn, reply) {
    const next = [...steps, { turn: turn.dataset.turn ?? '', reply }];
    this.#work.keep(`step.${next.length}`, `${turn.dataset.turn}:${reply}`);
    this.#render(next, true);
    const reaction = replyOf(turn, reply)?.querySelector('[data-reaction] .speech')?.textContent ?? '';
    if (reaction) announce(word('sign-label', { label: this.#book.dataset.person ?? '', text: reaction.trim() }));
  }
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

/** The current turn: the first (or where it was begun), or the one that the last reply leads to. @param {HTMLElement} book @param {Step[]} steps @param {string} begun */
function turnAt(book, steps, begun) {
  const last = steps.at(-1);
  if (!last) return (begun && turnOf(book, begun)) || turnOf(book);
  const turn = turnOf(book, last.turn);
  const reply = turn && replyOf(turn, last.reply);
  return reply && turnOf(book, reply.dataset.to ?? '');
}

/** A copy of what is in the book, without its ids. @param {HTMLElement} from @param {string} selector */
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
 * An exchange of the path so far.
 * @param {HTMLElement} book
 * @param {Step} step
 * @param {ReadonlyMap<string, Value>} values
 * @param {number} at
 * @param {(at: number) => void} [back]  without it: an attempt of earlier, with the reasons that were given afterwards
 */
function said(book, step, values, at, back) {
  const item = make('li', 'exchange', ...exchange(book, step, values, at));
  const why = String(values.get(`why.${at + 1}`) ?? '').trim();
  if (!back && why !== '') item.append(make('p', 'why-said', word('dialogue-why-said', { why })));
  if (back) {
    const rewind = button(word('dialogue-rewind'), () => back(at), 'button small rewind');
    rewind.setAttribute('aria-label', word('dialogue-rewind-to', { n: at + 1 }));
    item.append(rewind);
  }
  return item;
}

/**
 * What the person said, the reply, and the reaction. If the author has removed the exchange, the learner's own words are left.
 * @param {HTMLElement} book @param {Step} step @param {ReadonlyMap<string, Value>} values @param {number} at @param {string[]} [parts]  of the reply
 */
function exchange(book, step, values, at, parts = ['[data-reaction]']) {
  const turn = turnOf(book, step.turn);
  const reply = turn && replyOf(turn, step.reply);
  const own =
    step.reply === 'own' ? make('div', 'reply-say own', String(values.get(`own.${at + 1}`) ?? '')) : undefined;
  const words = own ?? (reply && copy(reply, '.reply-say'));
  return [
    turn && reply ? copy(turn, '.turn-says') : make('p', 'hint', word('dialogue-gone')),
    ...(words ? [make('div', 'said', make('p', 'speaker', word('dialogue-you')), words)] : []),
    ...(reply ? parts.filter((part) => reply.querySelector(part)).map((part) => copy(reply, part)) : []),
  ];
}

/** What each reply does, as the review shows it. */
const TOLD = ['[data-reaction]', '.reply-marks', '[data-because]', '[data-own-examples]'];

/** The whole path with the effect of each reply, and fields for the learner's reasons. @param {Work} work */
function review(work) {
  const place = work.form.querySelector('[data-dialogue-review]');
  const book = work.form.querySelector('[data-attempt] [data-dialogue]');
  if (!(place instanceof HTMLElement) || !(book instanceof HTMLElement)) return;
  const values = valuesOf(work);
  const steps = stepsOf(values);
  const shown = `${work.sheet()} ${key(steps)}`;
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.replaceChildren(
    make('p', 'hint', word('dialogue-review')),
    ...steps.map((step, at) => {
      const n = at + 1;
      const label = make('label', 'why-label', word('dialogue-why'));
      const why = make('textarea', 'write lines-2');
      why.name = `why.${n}`;
      why.rows = 2;
      why.id = `${work.form.dataset.answer?.replace('/', '-')}-why-${n}`;
      label.htmlFor = why.id;
      return make(
        'section',
        'reviewed',
        make('h4', '', word('dialogue-step', { n })),
        ...exchange(book, step, values, at, TOLD),
        make('p', 'why', label, why),
      );
    }),
  );
  work.grown(steps.map((_, at) => `why.${at + 1}`));
}
