/**
 * What of a page is projected, in its order: every heading begins a slide; an exercise shows its question, and keeps what is
 * read after answering apart; before each stage of a case there is a gate, so that nothing is shown before the room is
 * ready. The page itself stays as it is: slides are copies.
 *
 * @typedef {object} Slide
 * @property {string} kind  `title`, `text`, `figure`, `exercise`, `gate`
 * @property {string} above  in which part of the page it is
 * @property {string} title
 * @property {Node[]} nodes  a drawing is one by itself
 * @property {Node[]} after  what is read after answering
 * @property {Slide} [inWords]  says in words what a drawing shows
 * @property {Element} from  where in the page it is
 * @property {Node[]} notes  what the page says to facilitators there; it is not projected
 */

import { make } from '../dom/element.js';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** What belongs to the page on a screen, and not to what it says. */
const LEFT_OUT =
  'script, noscript, template, .anchor, style, nav, button, dialog, input, select, textarea, .visually-hidden, .crumbs, .pager, .aside, .save-line, .answer-actions, .sheet-tools, .run-tools, .figure-ways, .sheet-head, .paper, [data-made], [data-lost], [data-earlier], [data-status], .tabs, .ways, .for-facilitator, .desk, .role-cards, .look-hint, .as-letters + label, .with-relations + label, .drawing.related, .in-words';
const DRAWINGS = 'svg:not(.icon)';
const FIGURES = `figure.diagram, figure.picture, ${DRAWINGS}`;
/** What is divided at its headings. */
const PARTS = 'section, article, div, details, form, fieldset, header, main';

/** @param {HTMLElement} main @returns {Slide[]} */
export function slidesOf(main) {
  const reader = new SlideReader();
  const head = main.querySelector('.page-head');
  if (head) reader.head(head);
  const body = main.querySelector('article.body');
  if (body) reader.read(body);
  return reader.slides.filter(
    ({ kind, nodes, after, notes }) => kind === 'gate' || nodes.length + after.length + notes.length > 0,
  );
}

class SlideReader {
  /** @type {Slide[]} */
  slides = [];
  #above = '';

  /** @param {Element} head */
  head(head) {
    const notes = head.querySelector('.content-notes');
    const rest = [...head.querySelectorAll('.kicker, .folder-tab, h1, .subtitle, .lead, .meta, .facts')];
    this.#begin('title', '', head, rest.map(copied));
    if (notes) this.#begin('text', '', notes, [copied(notes)]);
  }

  /** @param {Element} part */
  read(part) {
    for (const child of part.children) {
      if (child.matches('.for-facilitator')) this.#note(child);
      if (child.matches(LEFT_OUT)) continue;
      if (child.matches('.exercise')) this.#exercise(child);
      else if (child.matches('section.stage')) this.#stage(child);
      else if (child.matches('details.afterwards')) this.#afterwards(child);
      else if (child.matches(HEADINGS)) this.#heading(child);
      else if (child.matches(FIGURES)) this.#figure(child);
      else if (child.matches(PARTS) && child.querySelector(`${HEADINGS}, .exercise, ${FIGURES}`)) this.read(child);
      else if (child.matches('summary')) this.#heading(child);
      else this.#add(child);
    }
  }

  /** A note belongs to what is shown before it, or to the heading above it. @param {Element} note */
  #note(note) {
    const slide = this.slides.findLast(({ nodes, from }) => nodes.length > 0 || from.matches(HEADINGS));
    slide?.notes.push(note.cloneNode(true));
  }

  /** @param {Element} heading */
  #heading(heading) {
    const title = textOf(heading);
    if (heading.matches('h2')) this.#above = title;
    this.#begin('text', title, heading);
  }

  /** @param {Element} figure */
  #figure(figure) {
    const caption = figure.querySelector('figcaption')?.cloneNode(true);
    if (caption instanceof Element) caption.querySelector('.changes')?.remove();
    const before = this.slides.at(-1)?.title ?? '';
    // The drawing alone: its caption is the title of the slide.
    const drawing = figure.querySelector(DRAWINGS) ?? figure;
    const slide = this.#begin('figure', textOf(caption) || before, figure, [copied(drawing)]);
    const words = drawing instanceof SVGSVGElement ? wordsOf(figure, drawing) : [];
    if (words.length > 0) slide.inWords = { ...slide, kind: 'text', nodes: words };
    this.#begin('text', before, figure);
  }

  /** @param {Element} exercise */
  #exercise(exercise) {
    const title = textOf(exercise.querySelector('.exercise-title'));
    const ask = exercise.querySelector('.exercise-ask');
    const form = exercise.querySelector('fieldset.attempt');
    const after = exercise.querySelector('.after-body');
    let slide = this.#begin('exercise', title, exercise, ask ? [copied(ask)] : []);
    for (const child of form?.children ?? []) {
      if (child.matches(`legend, ${LEFT_OUT}`)) continue;
      const around = copied(child);
      for (const stage of around.querySelectorAll('[data-stage]')) stage.remove();
      slide.nodes.push(...withDrawingsApart(around));
      // What opens one after another is shown so: the room answers before it reads on.
      for (const stage of child.querySelectorAll('[data-stage]'))
        slide = this.#begin('exercise', title, exercise, withDrawingsApart(copied(stage)));
    }
    const rest = [...(after?.children ?? [])].filter((child) => !child.matches(LEFT_OUT));
    slide.after = rest.map(copied).flatMap(withDrawingsApart);
    this.#begin('text', this.#above, exercise);
  }

  /** @param {Element} stage */
  #stage(stage) {
    const number = textOf(stage.querySelector('.stage-number'));
    const title = stage instanceof HTMLElement ? (stage.dataset.title ?? '') : '';
    this.#begin('gate', number, stage);
    this.#above = number;
    this.#begin('text', title, stage);
    for (const child of stage.children) {
      if (child.matches('.passage')) for (const block of child.children) this.#block(block);
      else if (child.matches(FIGURES)) this.#figure(child);
    }
  }

  /** @param {Element} block */
  #block(block) {
    if (block.matches(FIGURES)) this.#figure(block);
    else if (!block.matches(LEFT_OUT)) this.#add(block);
  }

  /** @param {Element} fold */
  #afterwards(fold) {
    const title = textOf(fold.querySelector('summary')?.firstChild);
    this.#begin('gate', title, fold);
    this.#above = title;
    for (const part of fold.children) if (!part.matches('summary')) this.read(part);
  }

  /** @param {Element} block */
  #add(block) {
    const copy = copied(block);
    if ((copy.textContent ?? '').trim() === '' && !hasFigure(copy)) return;
    const last = this.slides.at(-1) ?? this.#begin('text', '', block);
    (last.kind === 'text' ? last : this.#begin('text', last.title, block)).nodes.push(copy);
  }

  /** @param {string} kind @param {string} title @param {Element} from @param {Node[]} [nodes] */
  #begin(kind, title, from, nodes = []) {
    const above = this.#above === title ? '' : this.#above;
    /** @type {Slide} */
    const slide = { kind, above, title, nodes, after: [], from, notes: [] };
    this.slides.push(slide);
    return slide;
  }
}

/** What a drawing shows in words, as the page has them. @param {Element} figure @param {SVGSVGElement} drawing @returns {Node[]} */
function wordsOf(figure, drawing) {
  const words = [...(figure.querySelector('.in-words')?.children ?? [])].filter((it) => !it.matches('summary'));
  const description = drawing.querySelector('desc')?.textContent?.trim() ?? '';
  return words.length > 0 || description === '' ? words.map(copied) : [make('p', '', description)];
}

/** @param {Node} node */
const hasFigure = (node) =>
  node instanceof Element && (node.matches('svg, img') || node.querySelector('svg, img') !== null);

/** What a copy says, and behind it the drawings that were in it. @param {Node} copy @returns {Node[]} */
function withDrawingsApart(copy) {
  const drawings = copy instanceof HTMLElement ? [...copy.querySelectorAll(DRAWINGS)] : [];
  for (const drawing of drawings) drawing.remove();
  return [...((copy.textContent ?? '').trim() !== '' || hasFigure(copy) ? [copy] : []), ...drawings];
}

/** The words of a heading, without what is read aloud twice. @param {Node | null | undefined} node */
function textOf(node) {
  if (!node) return '';
  const copy = node.cloneNode(true);
  if (copy instanceof Element) for (const extra of copy.querySelectorAll(`rt, rp, ${LEFT_OUT}`)) extra.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A copy without what belongs to the page: no names, no controls, no links that lead away. @param {Element} element */
function copied(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const extra of copy.querySelectorAll(LEFT_OUT)) extra.remove();
  for (const row of copy.querySelectorAll('[data-row] + [data-row]')) if (isBlank(row)) row.remove();
  for (const svg of [copy, ...copy.querySelectorAll('svg')].filter((it) => it.matches('svg'))) ownIds(svg);
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    if (!one.closest('svg')) one.removeAttribute('id');
    for (const name of ['name', 'hidden', 'tabindex', 'role', 'aria-labelledby', 'aria-describedby', 'for', 'open'])
      if (!one.closest('svg')) one.removeAttribute(name);
    if (one instanceof HTMLAnchorElement) one.removeAttribute('href');
  }
  return unfolded(copy);
}

/** Whether a row is there to be written in: it holds nothing but its number and the names of its cells. @param {Element} row */
function isBlank(row) {
  const rest = /** @type {Element} */ (row.cloneNode(true));
  for (const name of rest.querySelectorAll('th, [data-row-n], .cell-word, .print-blank')) name.remove();
  return (rest.textContent ?? '').trim() === '';
}

/** What is folded on the page is open on a slide. @param {Element} copy */
function unfolded(copy) {
  const around = document.createElement('div');
  around.append(copy);
  for (const fold of around.querySelectorAll('details')) {
    const open = document.createElement('div');
    open.append(...fold.childNodes);
    fold.replaceWith(open);
  }
  for (const summary of around.querySelectorAll('summary')) {
    const name = document.createElement('p');
    name.className = 'name';
    name.append(...summary.childNodes);
    summary.replaceWith(name);
  }
  return around.children[0];
}

/** Gives the ids in a drawing other names: they are in the page as well. @param {Element} svg */
function ownIds(svg) {
  const ids = new Set([...svg.querySelectorAll('[id]'), svg].map((one) => one.id).filter(Boolean));
  if (ids.size === 0) return;
  for (const one of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...one.attributes]) {
      if (name === 'id') one.setAttribute('id', `projected-${value}`);
      else if (value.includes('#'))
        one.setAttribute(
          name,
          value.replace(/#([^)\s"']+)/g, (whole, id) => (ids.has(id) ? `#projected-${id}` : whole)),
        );
    }
  }
}
