/**
 * What a script hands over by calling a function of the window: the one way to load data that works on local files too.
 */

/**
 * @param {string} src
 * @param {string} called  the function that it calls with one value
 * @returns {Promise<unknown>}
 */
export function given(src, called) {
  return new Promise((resolve, reject) => {
    /** @type {unknown} */
    let value;
    Object.assign(window, {
      [called]: (/** @type {unknown} */ handed) => {
        value = handed;
      },
    });
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => {
      script.remove();
      if (value === undefined) reject(new Error(`${src} hands nothing over`));
      else resolve(value);
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    };
    document.head.append(script);
  });
}
