/**
 * Divides a content into screens of a given size: what does not fit goes on to the next screen. A table is divided
 * between rows, with its head on every screen; a list between items; a text between sentences. An item or a row of a list that
 * fits on a screen is not divided, and a picture never.
 */

const BLOCKS =
  'p, ul, ol, li, dl, dt, dd, div, table, figure, figcaption, blockquote, section, article, header, details, summary, fieldset, pre, h1, h2, h3, h4, h5, h6, hr';
const WHOLE = 'svg, img, figure.diagram, figure.drawing, input, select, textarea, h1, h2, h3, h4, h5, h6';
/** What is divided only if a screen is not enough for it. */
const TOGETHER = 'li, dl > div, .card';
/** A heading is on the screen of what follows it. */
const HEADINGS = 'h1, h2, h3, h4, h5, h6, dt, .name, .speaker, .kicker';

/**
 * @param {Node[]} blocks
 * @param {HTMLElement} holder  has the size of a screen; it is empty afterwards
 * @returns {Node[][]}  at least one screen
 */
export function screensOf(blocks, holder) {
  /** @type {Node[][]} */
  const screens = [[]];
  const fits = (/** @type {Node[]} */ nodes) => fitsIn(holder, nodes);
  const rest = [...blocks];
  for (let block = rest.shift(); block; block = rest.shift()) {
    const screen = screens[screens.length - 1];
    if (fits([...screen, block])) {
      screen.push(block);
      continue;
    }
    const isAlone = screen.every(isHeading);
    if (!isAlone && fits([block])) {
      rest.unshift(...takeHeadings(screen), block);
      screens.push([]);
      continue;
    }
    const parts = divided(
      block,
      (part) => fits([...screen, part]),
      (part) => fits([part]),
    );
    if (parts) {
      screen.push(parts[0]);
      rest.unshift(parts[1]);
    } else if (!isAlone) rest.unshift(...takeHeadings(screen), block);
    else screen.push(block);
    if (rest.length > 0) screens.push([]);
  }
  holder.replaceChildren();
  return screens.filter((screen, index) => screen.length > 0 || index === 0);
}

/** A last screen that is less full than this gets more from those before it. */
const NEARLY_EMPTY = 1 / 3;
/** Heights of the screens that are tried then, as shares of the full one. */
const LOWER = [0.6, 0.7, 0.8, 0.9];

/**
 * The same, with the last screen not nearly empty where that is possible with as many screens.
 * @param {Node[]} blocks
 * @param {HTMLElement} holder
 * @returns {Node[][]}
 */
export function balanced(blocks, holder) {
  const screens = screensOf(blocks, holder);
  const height = holder.clientHeight;
  const limited = (/** @type {number} */ share) => {
    holder.style.maxBlockSize = `${height * share}px`;
  };
  limited(NEARLY_EMPTY);
  const isUneven = screens.length > 1 && fitsIn(holder, screens[screens.length - 1]);
  const lower = (isUneven ? LOWER : []).map((share) => {
    limited(share);
    return screensOf(blocks, holder);
  });
  holder.style.maxBlockSize = '';
  holder.replaceChildren();
  return lower.find(({ length }) => length === screens.length) ?? screens;
}

/** Whether nodes fit into a screen; they are in it afterwards. @param {HTMLElement} holder @param {Node[]} nodes */
export function fitsIn(holder, nodes) {
  holder.replaceChildren(...nodes);
  return holder.scrollHeight <= holder.clientHeight + 1 && holder.scrollWidth <= holder.clientWidth + 1;
}

/** @param {Node} node */
const isHeading = (node) => node instanceof Element && node.matches(HEADINGS);

/** Takes the headings at the end of a screen away from it. @param {Node[]} screen */
function takeHeadings(screen) {
  let from = screen.length;
  while (from > 0 && isHeading(screen[from - 1])) from -= 1;
  return screen.splice(from);
}

/**
 * The beginning of a node that fits, and the rest of it; undefined if it cannot be divided so that something fits.
 * @param {Node} node
 * @param {(part: Node) => boolean} fits  behind what is on the screen already
 * @param {(part: Node) => boolean} fitsAlone
 * @returns {[Node, Node] | undefined}
 */
function divided(node, fits, fitsAlone) {
  if (!(node instanceof HTMLElement) || node.matches(WHOLE)) return undefined;
  if (node instanceof HTMLTableElement) return dividedTable(node, fits);
  const isText = ![...node.children].some((child) => child.matches(`${BLOCKS}, ${WHOLE}`));
  return (isText ? undefined : dividedChildren(node, fits, fitsAlone)) ?? dividedText(node, fits);
}

/** How finely a row is divided that is higher than the screen. */
const SHARES = 32;

/** How many of `count` pieces fit, by halving. @param {number} count @param {(n: number) => boolean} fits */
function most(count, fits) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param {HTMLTableElement} table @param {(part: Node) => boolean} fits @returns {[Node, Node] | undefined} */
function dividedTable(table, fits) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  /** @param {HTMLTableRowElement[]} some */
  const withRows = (some) => {
    const part = /** @type {HTMLTableElement} */ (table.cloneNode(false));
    const body = document.createElement('tbody');
    body.append(...some.map((row) => row.cloneNode(true)));
    part.append(...[table.caption, table.tHead].flatMap((it) => (it ? [it.cloneNode(true)] : [])), body);
    return part;
  };
  const n = most(rows.length - 1, (count) => fits(withRows(rows.slice(0, count))));
  if (n > 0) return [withRows(rows.slice(0, n)), withRows(rows.slice(n))];
  if (rows.length === 0) return undefined;
  // One row is higher than the screen: every cell is divided at the same share of its text.
  const share = most(SHARES - 1, (count) => count === 0 || fits(withRows([rowPart(rows[0], 0, count / SHARES)])));
  if (share === 0) return undefined;
  const rest = rowPart(rows[0], share / SHARES, 1);
  return [withRows([rowPart(rows[0], 0, share / SHARES)]), withRows([rest, ...rows.slice(1)])];
}

/** A row with a part of each cell; heads of rows are whole. @param {HTMLTableRowElement} row @param {number} from @param {number} to */
function rowPart(row, from, to) {
  const part = /** @type {HTMLTableRowElement} */ (row.cloneNode(false));
  for (const cell of row.cells) {
    const ends = [0, ...endsIn(cell, 'sentence')];
    const length = (cell.textContent ?? '').length;
    const at = (/** @type {number} */ share) =>
      share === 1 ? Infinity : ends.findLast((end) => end <= share * length);
    part.append(cell.matches('th') ? cell.cloneNode(true) : cut(cell, at(from) ?? 0, at(to) ?? 0));
  }
  return part;
}

/** @param {HTMLElement} node @param {(part: Node) => boolean} fits @param {(part: Node) => boolean} fitsAlone @returns {[Node, Node] | undefined} */
function dividedChildren(node, fits, fitsAlone) {
  const children = [...node.childNodes].filter((child) => child.nodeType !== Node.COMMENT_NODE);
  /** @param {Node[]} some @param {number} [skipped] */
  const withChildren = (some, skipped = 0) => {
    const part = /** @type {HTMLElement} */ (node.cloneNode(false));
    if (part instanceof HTMLOListElement) part.start += skipped;
    part.append(...some.map((child) => child.cloneNode(true)));
    return part;
  };
  const fitting = most(children.length - 1, (count) => fits(withChildren(children.slice(0, count))));
  const next = children[fitting];
  const isTogether = next instanceof Element && next.matches(TOGETHER) && fitsAlone(withChildren([next]));
  const inner = isTogether
    ? undefined
    : divided(
        next,
        (part) => fits(withChildren([...children.slice(0, fitting), part])),
        (part) => fitsAlone(withChildren([part])),
      );
  if (inner) {
    const before = [...children.slice(0, fitting), inner[0]];
    return [withChildren(before), withChildren([inner[1], ...children.slice(fitting + 1)], items(before) - 1)];
  }
  const head = children.slice(0, fitting);
  takeHeadings(head);
  if (head.every((child) => child.textContent?.trim() === '')) return undefined;
  return [withChildren(head), withChildren(children.slice(head.length), items(head))];
}

/** @param {Node[]} nodes */
const items = (nodes) => nodes.filter((node) => node instanceof HTMLLIElement).length;

/** @param {HTMLElement} node @param {(part: Node) => boolean} fits @returns {[Node, Node] | undefined} */
function dividedText(node, fits) {
  for (const granularity of /** @type {const} */ (['sentence', 'word'])) {
    const ends = endsIn(node, granularity);
    const n = most(ends.length - 1, (count) => count === 0 || fits(cut(node, 0, ends[count - 1])));
    if (n > 0) return [cut(node, 0, ends[n - 1]), cut(node, ends[n - 1], Infinity)];
  }
  return undefined;
}

/** Where sentences or words end, in the text of a node. @param {HTMLElement} node @param {'sentence' | 'word'} granularity */
function endsIn(node, granularity) {
  const text = node.textContent ?? '';
  const marked = granularity === 'sentence' ? [...node.querySelectorAll('.s')] : [];
  if (marked.length > 1) {
    let end = 0;
    return marked.map((sentence) => {
      end = text.indexOf(sentence.textContent ?? '', end) + (sentence.textContent ?? '').length;
      return end;
    });
  }
  if (node.matches('pre')) return [...text.matchAll(/\n|$/g)].map(({ index }) => index + 1);
  const segmenter = new Intl.Segmenter(document.documentElement.lang || 'en', { granularity });
  return [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
}

/** A copy of a node with only a part of its text. @param {HTMLElement} node @param {number} from @param {number} to */
function cut(node, from, to) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const { length } = text.textContent ?? '';
    if (from > 0 && from >= at && from < at + length) range.setStart(text, from - at);
    if (to > at && to <= at + length) range.setEnd(text, to - at);
    at += length;
  }
  const part = /** @type {HTMLElement} */ (node.cloneNode(false));
  part.append(range.cloneContents());
  return part;
}
