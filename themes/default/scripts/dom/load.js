/**
 * Files that are loaded when they are needed, by elements: the one way that works on local files too, where `fetch` is refused. In a
 * course that is one file, `mitateText` has their texts.
 */

/** @param {string} src @returns {Promise<void>} */
export async function loadScript(src) {
  const text = await textIn(src);
  const script = document.createElement('script');
  if (text === undefined) script.src = src;
  else script.textContent = text;
  await loaded(script, src);
  script.remove();
}

/** @param {string} href @returns {Promise<void>} */
export async function loadSheet(href) {
  const text = await textIn(href);
  if (text !== undefined) document.head.append(Object.assign(document.createElement('style'), { textContent: text }));
  else await loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }), href);
}

/**
 * The text of a file, undefined where it has an address of its own. It never comes if the page is left meanwhile: in a course that is one file
 * the document has another page then, in which nothing of this one may run.
 * @param {string} address @returns {Promise<string | undefined>}
 */
async function textIn(address) {
  const page = document.documentElement;
  const text = await Reflect.get(globalThis, 'mitateText')?.(address);
  return page.isConnected ? text : new Promise(() => {});
}

/** @param {HTMLScriptElement | HTMLLinkElement} element @param {string} address @returns {Promise<void>} */
function loaded(element, address) {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => {
      element.remove();
      reject(new Error(`${address} cannot be loaded`));
    };
    document.head.append(element);
    // It has run already if its text is in it.
    if (element instanceof HTMLScriptElement && !element.src) element.dispatchEvent(new Event('load'));
  });
}
