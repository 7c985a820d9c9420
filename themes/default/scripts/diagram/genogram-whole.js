/**
 * A genogram's data as the rest expects it: lists are lists, ids are text, null is absent, a number that was
 * typed is a number. Everything keeps its position, so that the path of a problem is right.
 *
 * Must not know: what the data mean.
 *
 * @typedef {import('./genogram-model.js').Genogram} Genogram
 */

import { letterOf } from './letters.js';

/**
 * @param {Partial<Genogram> | null | undefined} data
 * @returns {Genogram}
 */
export function whole(data) {
  const { persons, unions, households, relations, ...rest } = present(data);
  return {
    ...rest,
    persons: list(persons).map((person, i) => ({
      ...present(person),
      ...(rest.labels === 'letters' ? { label: letterOf(i), note: undefined } : {}),
      id: text(person?.id),
      age: number(person?.age),
      died: number(person?.died),
      conditions: [...new Set(list(person?.conditions).map(text))],
    })),
    unions: list(unions).map((union) => ({
      ...present(union),
      partners: list(union?.partners).map(text),
      children: list(union?.children).map((child) =>
        typeof child === 'object' && child !== null ? { ...present(child), id: text(child.id) } : text(child),
      ),
    })),
    households: list(households).map((ids) => list(ids).map(text)),
    relations: list(relations).map((relation) => ({
      ...present(relation),
      a: text(relation?.a),
      b: text(relation?.b),
    })),
  };
}

/** @param {any} value @returns {any[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {any} value @returns {any} */
function present(value) {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, inner]) => inner !== null && inner !== undefined));
}

/** @param {unknown} value */
function text(value) {
  return value === null || value === undefined ? '' : String(value);
}

/** @param {any} value @returns {any} */
function number(value) {
  if (typeof value === 'string') return /^\d{1,3}$/.test(value.trim()) ? Number(value) : undefined;
  return value ?? undefined;
}
