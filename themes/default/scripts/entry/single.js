/**
 * Entry of src/package/single.js, the script of a course that is one HTML file: it inflates pages and shows them.
 *
 * A page is written into the document (`document.open()`), so that it is a page like that of the built site: its scripts run unchanged, in
 * order and before `DOMContentLoaded`; printing, searching in the page, links to its parts and the title are the browser's own; the
 * listeners of the page before are gone. Measured in Chromium and Firefox: the policy of the file holds for what is written. In a frame
 * (`srcdoc`), Ctrl+P prints only what the window shows of the page, and each page would lack the history and the title.
 * Replacing elements instead would leave the listeners and run no script.
 */

import { pageInstead } from '../settings/variant.js';
import { CourseFiles } from '../single/files.js';
import { leave, mayLeave, watchScripts } from '../single/leaving.js';
import { startModule } from '../single/module.js';
import { composed, rootOf } from '../single/page.js';
import { addressOf, isHere, placeOf } from '../single/places.js';

/** @typedef {import('../single/places.js').PagePlace} PagePlace */

const files = new CourseFiles();
/** @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');
/** How far each entry of the history was scrolled; entries are counted. @type {Map<number, number>} */
const heights = new Map();
/** The path of the page that is shown. */
let shown = '';
/** The entry of the history that is shown. */
let entry = -1;
/** Of two that are asked for at once, the last is shown. */
let turn = 0;

/** @param {string} path */
const missing = (
  path,
) => `<!doctype html><html lang="${document.documentElement.lang}" data-kind="not-found"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.missing}</title></head>
<body><main><h1>${words.missing}</h1><p>${path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p><p><a href="?/index.html">${words.home}</a></p></main></body></html>`;

/**
 * Shows the page of a place.
 * @param {PagePlace} asked
 * @param {(place: PagePlace) => void} arrive  sets the address, once the page before is left
 * @param {() => void} [stay]  called if the reader stays
 * @returns {Promise<PagePlace | undefined>}  what is shown; undefined if another one was asked for meanwhile, or the reader stays
 */
async function show(asked, arrive, stay = () => {}) {
  turn += 1;
  const mine = turn;
  const { place, html } = await pageAt(asked);
  if (mine !== turn) return undefined;
  if (shown !== '' && !mayLeave(words.unsaved)) {
    stay();
    return undefined;
  }
  leave();
  arrive(place);
  shown = place.path;
  entry = history.state.entry;
  goTo(0);
  document.open();
  listen();
  document.write(html);
  document.close();
  startModule(files);
  return place;
}

/**
 * The page of a place. A form that is wanted in other words has another page: the page itself would load the whole file again to go there.
 * @param {PagePlace} place
 * @returns {Promise<{ place: PagePlace, html: string }>}
 */
async function pageAt(place) {
  const { path, fragment } = place;
  if (!files.has(path)) return { place, html: missing(path) };
  const html = await composed(path, files);
  const instead = pageInstead(rootOf(html).dataset, { hash: fragment, search: '' });
  return instead === undefined ? { place, html } : pageAt(placeOf(instead));
}

/** Follows a link to another page of the file. @param {PagePlace} asked */
async function follow(asked) {
  const place = await show(asked, (it) => put('pushState', it));
  if (!place) return;
  const { fragment } = place;
  begin(fragment);
  // Who reads by ear or by keyboard goes on at the beginning of the page.
  const heading = document.querySelector('main h1') ?? document.querySelector('main');
  if (fragment !== '' || !(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * Sets the address. Some places that a file is opened from allow none but the file's own: there only the history knows the page.
 * @param {'pushState' | 'replaceState'} way
 * @param {PagePlace} place
 */
function put(way, place) {
  const known = way === 'replaceState' ? history.state : null;
  // What the page has noted of itself, such as the sheet that it shows, stays.
  const noted = known?.path === place.path ? known : {};
  const state = { ...noted, path: place.path, entry: known?.entry ?? entry + 1 };
  if (state.entry > entry) heights.delete(state.entry);
  try {
    history[way](state, '', addressOf(place));
  } catch {
    history[way]({ ...state, isHidden: true }, '');
  }
}

/** Scrolls at once, whatever the page prefers. @param {number} top */
const goTo = (top) => scrollTo({ top, behavior: 'instant' });

/**
 * Goes to a part of the page as to any anchor, so that it is the target for styles and scripts too.
 * @param {string} fragment  that was asked for; the page may have taken it out of the address
 */
function begin(fragment) {
  const wanted = history.state?.isHidden || fragment.includes(':~:') ? fragment : location.hash;
  if (wanted === '') goTo(0);
  else location.replace(wanted);
}

/** The listeners of the file itself: `document.open()` removes them with those of the page. */
function listen() {
  addEventListener('click', onClick);
  addEventListener('popstate', onHistory);
  addEventListener('hashchange', onHash);
  addEventListener('scroll', () => heights.set(entry, scrollY), { passive: true });
  addEventListener('pagehide', ({ isTrusted }) => {
    // For a reload.
    if (isTrusted) history.replaceState({ ...history.state, height: scrollY }, '');
  });
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!isHere(link.href) || link.hasAttribute('download')) return;
  const { path, fragment } = placeOf(link.href);
  if (files.has(path) && !path.endsWith('.html')) {
    event.preventDefault();
    void hand(path);
  } else if ((link.target === '' || link.target === '_self') && (path !== shown || fragment === '')) {
    event.preventDefault();
    void follow({ path, fragment });
  }
}

/** Hands out a file of the course. @param {string} path */
async function hand(path) {
  const link = Object.assign(document.createElement('a'), {
    href: await files.address(path),
    download: path.replace(/.*\//, ''),
  });
  link.click();
}

/** @param {PopStateEvent} event */
async function onHistory({ state }) {
  if (location.hash.startsWith('#/')) return; // onHash
  if (state === null) {
    // A link to a part of this page was followed: the browser has gone there, and has made an entry for it.
    put('replaceState', { path: shown, fragment: location.hash });
    entry = history.state.entry;
    return;
  }
  const place = { path: state.path, fragment: location.hash };
  const arrive = (/** @type {PagePlace} */ it) => it.path === state.path || put('replaceState', it);
  if (state.path !== shown && !(await show(place, arrive, () => history.go(entry - state.entry)))) return;
  entry = state.entry;
  const height = heights.get(entry);
  if (height === undefined) begin(location.hash);
  else goTo(height);
}

async function onHash() {
  if (!location.hash.startsWith('#/')) return;
  const arrive = (/** @type {PagePlace} */ it) => put('replaceState', it);
  const place = await show(placeOf(location.href), arrive, () => history.back());
  if (place) begin(place.fragment);
}

/** What the theme loads when it needs it (`dom/load.js`). @param {string} src */
const textOf = (src) => files.text(placeOf(src).path);

async function start() {
  if (typeof DecompressionStream === 'undefined') {
    document.body.textContent = words.old;
    return;
  }
  Object.assign(globalThis, { mitateText: textOf });
  watchScripts();
  history.scrollRestoration = 'manual';
  const height = history.state?.height;
  const place = await show(placeOf(location.href), (it) => put('replaceState', it));
  if (typeof height === 'number') goTo(height);
  else if (place && place.fragment !== '') begin(place.fragment);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void start());
else void start();
