/**
 * Files that are loaded when they are needed, by elements: the one way that works on local files too, where `fetch` is refused.
 */

/** @param {string} src @returns {Promise<void>} */
export async function loadScript(src) {
  const script = document.createElement('script');
  script.src = src;
  await loaded(script, src);
  script.remove();
}

/** @param {string} href @returns {Promise<void>} */
export function loadSheet(href) {
  return loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }), href);
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
  });
}
