/** Making elements. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | boolean | null>} attributes  `true` is an attribute without a value, `false` and `null` none
 * @param {(string | Node | null)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  made.append(...children.filter((it) => it !== null));
  return made;
}

/** @param {string} says @param {() => void} act @param {Record<string, string | boolean | null>} [attributes] */
export function button(says, act, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, says);
  made.addEventListener('click', act);
  return made;
}
