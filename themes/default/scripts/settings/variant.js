/**
 * A form in other words: each has a page of its own, and all have the same answers. The address of any of them can ask for one
 * (`?v=easy`, or `#v=easy` on local files); otherwise the form opens in the words that were read last.
 */

const root = document.documentElement;

/** Goes to the page that the address asks for, or that was read last. */
export function chooseVariant() {
  const { form = '', variants = '', variant = '', base = '' } = root.dataset;
  const names = variants.split(' ');
  if (form === '' || !names.includes(variant)) return;
  const wanted = asked(names) ?? (variant === names[0] ? remembered(names, form) : variant);
  remember(form, wanted);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-variant-link]') : null;
    if (link instanceof HTMLAnchorElement) remember(form, link.dataset.variantLink ?? '');
  });
  const anchor = /^#v=/.test(location.hash) ? '' : location.hash;
  if (wanted !== variant) {
    const folder = wanted === names[0] ? '' : `${wanted}/`;
    location.replace(`${base}worksheets/${form}/${folder}index.html${folder === '' ? `#v=${wanted}` : anchor}`);
  } else if (anchor !== location.hash || isInQuery()) {
    tidy(anchor);
  }
}

/** The variant that the address asks for. @param {string[]} names */
function asked(names) {
  const name = /^#v=([\w-]+)$/.exec(location.hash)?.[1] ?? new URLSearchParams(location.search).get('v');
  return names.find((known) => known.toLowerCase() === name?.toLowerCase());
}

const isInQuery = () => new URLSearchParams(location.search).has('v');

/** Takes the question out of the address. @param {string} anchor */
function tidy(anchor) {
  const query = new URLSearchParams(location.search);
  query.delete('v');
  // A query without the question is left as it is: it can be the way to the page.
  const search = !isInQuery() ? location.search : query.size > 0 ? `?${query}` : '';
  try {
    history.replaceState(history.state, '', location.pathname + search + anchor);
  } catch {
    // The address stays long: ugly, and nothing else.
  }
}

const storageKey = () => `mitate:${root.dataset.course ?? ''}:variants`;

/** @returns {Record<string, string>} */
function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey()) ?? '{}');
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** @param {string[]} names @param {string} form */
function remembered(names, form) {
  const kept = all()[form];
  return names.includes(kept) ? kept : names[0];
}

/** @param {string} form @param {string} variant */
function remember(form, variant) {
  const kept = all();
  // The form's own words need no note unless others were read before.
  const own = (root.dataset.variants ?? '').split(' ')[0];
  if ((kept[form] ?? own) === variant) return;
  try {
    localStorage.setItem(storageKey(), JSON.stringify({ ...kept, [form]: variant }));
  } catch {
    // The next visit begins with the form's own words.
  }
}
