/**
 * The path through an interview, as it is stored: `step.1`, `step.2`, …, each `TURN:REPLY`, up to the first that is empty.
 * Pure.
 *
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 */

/**
 * @param {ReadonlyMap<string, Value>} values
 * @returns {{ turn: string, reply: string }[]}
 */
export function stepsOf(values) {
  const steps = [];
  for (let n = 1; ; n += 1) {
    const value = values.get(`step.${n}`);
    const at = typeof value === 'string' ? value.indexOf(':') : -1;
    if (typeof value !== 'string' || at <= 0) return steps;
    steps.push({ turn: value.slice(0, at), reply: value.slice(at + 1) });
  }
}
