/**
 * What diagrams take and return: types only.
 *
 * @typedef {Record<string, string>} Words  messages by key
 * @typedef {'genogram' | 'ecomap' | 'timeline' | 'week'} DiagramKind
 * @typedef {{ code: string, path: string, [arg: string]: string | number }} Problem
 * @typedef {object} Diagram
 * @property {(kind: DiagramKind, data: object, options?: { relations?: boolean }) => string} draw  SVG
 * @property {(kind: DiagramKind, data: object) => string[]} describe  the same in words, a sentence each
 * @property {(kind: DiagramKind, data: object) => Problem[]} problems  what is impossible
 * @property {(problem: Problem, nameOf?: (id: string) => string) => string} reason  a problem in words
 */

export {};
