/**
 * What a kind of exercise adds to native controls. `exercise/K/K.js` exports one under the kind's name; the build collects
 * them into the table `exercise:kinds`. A kind without a script needs nothing: its form is the browser's own work.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('../dom/values.js').Value} Value
 *
 * @typedef {object} Kind
 * @property {(work: Work) => void} [start]  once, before the answers come
 * @property {(root: ParentNode, values: Map<string, Value>) => void} [arrange]  after values were written, also in copies
 * @property {(work: Work) => void} [looked]  whenever a compared attempt is shown; may come several times
 * @property {(name: string) => boolean} [shows]  what has no control, and is shown by the kind itself
 * @property {false} [blanks]  what is empty is not named before comparing: the kind asks about it by itself
 * @property {false} [copies]  an attempt cannot begin as a copy of another one: what was done was done then
 * @property {(work: Work) => boolean} [answered]  enough to compare; without it: any control of the attempt
 */

export {};
