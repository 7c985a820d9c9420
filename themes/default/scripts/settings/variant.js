/**
 * A form in other words: each has a page of its own, and all have the same answers. The address of any of them can ask for one
 * (`?v=easy`, or `#v=easy` on local files); otherwise the form opens in the words that were read last.
 */

/**
 * What the root of a page says of its form: the form, its variants, the one that is shown.
 * @typedef {{ form?: string, variants?: string, variant?: string, base?: string, course?: string }} FormPage
 * @typedef {{ hash: string, search: string }} AddressEnd  the end of an address
 */

/** Goes to the page that the address asks for, or that was read last. */
export function chooseVariant() {
  /** @type {FormPage} */
  const page = document.documentElement.dataset;
  const wanted = wantedOn(page, location);
  if (wanted === undefined) return;
  remember(page, wanted);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-variant-link]') : null;
    if (link instanceof HTMLAnchorElement) remember(page, link.dataset.variantLink ?? '');
  });
  const other = pageInstead(page, location);
  const anchor = anchorOf(location);
  if (other !== undefined) location.replace(other);
  else if (anchor !== location.hash || isInQuery(location)) tidy(anchor);
}

/**
 * The address of the page that the reader wants instead of this one; undefined if it is this one.
 * @param {FormPage} page
 * @param {AddressEnd} address  that of the page
 */
export function pageInstead(page, address) {
  const { form, variant, base } = page;
  const wanted = wantedOn(page, address);
  if (wanted === undefined || wanted === variant) return undefined;
  const isOwn = wanted === namesOn(page)[0];
  return `${base}worksheets/${form}/${isOwn ? `index.html#v=${wanted}` : `${wanted}/index.html${anchorOf(address)}`}`;
}

/** The variant that the reader wants; undefined if the page has none. @param {FormPage} page @param {AddressEnd} address */
function wantedOn(page, address) {
  const names = namesOn(page);
  const { variant = '' } = page;
  if (page.form === undefined || !names.includes(variant)) return undefined;
  return asked(names, address) ?? (variant === names[0] ? remembered(page) : variant);
}

/** The variants; the form's own words are the first. @param {FormPage} page */
const namesOn = ({ variants = '' }) => variants.split(' ');

/** The variant that the address asks for. @param {string[]} names @param {AddressEnd} address */
function asked(names, { hash, search }) {
  const name = /^#v=([\w-]+)$/.exec(hash)?.[1] ?? new URLSearchParams(search).get('v');
  return names.find((known) => known.toLowerCase() === name?.toLowerCase());
}

/** @param {AddressEnd} address */
const anchorOf = ({ hash }) => (/^#v=/.test(hash) ? '' : hash);

/** @param {AddressEnd} address */
const isInQuery = ({ search }) => new URLSearchParams(search).has('v');

/** Takes the question out of the address. @param {string} anchor */
function tidy(anchor) {
  const query = new URLSearchParams(location.search);
  query.delete('v');
  // A query without the question is left as it is: it can be the way to the page.
  const search = !isInQuery(location) ? location.search : query.size > 0 ? `?${query}` : '';
  try {
    history.replaceState(history.state, '', location.pathname + search + anchor);
  } catch {
    // The address stays long: ugly, and nothing else.
  }
}

/** @param {FormPage} page */
const storageKey = ({ course = '' }) => `mitate:${course}:variants`;

/** @param {FormPage} page @returns {Record<string, string>} */
function all(page) {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey(page)) ?? '{}');
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** @param {FormPage} page */
function remembered(page) {
  const kept = all(page)[page.form ?? ''];
  const names = namesOn(page);
  return names.includes(kept) ? kept : names[0];
}

/** @param {FormPage} page @param {string} variant */
function remember(page, variant) {
  const { form = '' } = page;
  const kept = all(page);
  // The form's own words need no note unless others were read before.
  if ((kept[form] ?? namesOn(page)[0]) === variant) return;
  try {
    localStorage.setItem(storageKey(page), JSON.stringify({ ...kept, [form]: variant }));
  } catch {
    // The next visit begins with the form's own words.
  }
}
