/**
 * The order of options whose order has no meaning. The generator has drawn the one of the first attempt, so that screen,
 * paper and slides show the same; a further attempt draws again here. What stays in its place: an empty choice, words of
 * one's own, what scripts have added.
 *
 * @typedef {import('./bind.js').Work} Work
 */

/** The order as the template has it. @type {WeakMap<Element, Element[]>} */
const first = new WeakMap();

/** @param {Work} work */
export function startDrawing(work) {
  let sheet = 0;
  work.onPrepare(() => {
    if (sheet === work.sheet()) return;
    sheet = work.sheet();
    for (const attempt of work.form.querySelectorAll('[data-attempt]')) draw(attempt, work.key, work.sheet());
  });
}

/**
 * Brings the options of an attempt into the order that belongs to it.
 * @param {ParentNode} root
 * @param {string} key  of the work
 * @param {number} sheet  which attempt
 */
export function draw(root, key, sheet) {
  for (const list of root.querySelectorAll('[data-drawn]')) {
    const known = first.get(list) ?? [...list.children].filter((child) => idOf(child) !== undefined);
    first.set(list, known);
    const wanted =
      sheet === 1
        ? known
        : drawn(known, `${key}/${list.getAttribute('data-drawn')}/${sheet}`, (child) => idOf(child) ?? '');
    const standing = [...list.children].filter((child) => known.includes(child));
    if (wanted.every((child, i) => child === standing[i])) continue;
    const behind = standing.at(-1)?.nextSibling ?? null;
    for (const child of wanted) list.insertBefore(child, behind);
  }
}

/**
 * The items in an order that depends on the seed alone.
 * @template T
 * @param {readonly T[]} items
 * @param {string} seed
 * @param {(item: T) => string} id
 */
export function drawn(items, seed, id) {
  return items
    .map((item) => ({ item, at: hash(`${seed}/${id(item)}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** FNV-1a with a last mixing: neighbouring seeds give orders that have nothing in common. @param {string} text */
function hash(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Undefined for what stays in its place. @param {Element} child */
function idOf(child) {
  if (
    !(child instanceof HTMLElement) ||
    child.dataset.own !== undefined ||
    child.dataset.made !== undefined ||
    child.dataset.reply === 'own'
  )
    return undefined;
  if (child instanceof HTMLOptionElement) return child.value || undefined;
  const { reply, card, id } = child.dataset;
  return reply ?? card ?? id ?? (child.querySelector('input')?.value || undefined);
}
