/**
 * Fields that are asked for only in answer to another one. What was written in them stays stored while they are
 * not shown.
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('../dom/values.js').Value} Value
 */

/** @param {Work} work */
export function startWhen(work) {
  const fields = [...work.form.querySelectorAll('[data-when]')].filter((field) => field instanceof HTMLElement);
  if (fields.length === 0) return;
  const update = () => {
    for (const field of fields) {
      const condition = parse(field.dataset.when ?? '');
      if (condition) field.hidden = !holds(condition, work.value(condition.field));
    }
  };
  work.onChange(update);
  update();
}

/**
 * `OTHER=OPTION`, or several options separated by "|".
 * @param {string} text
 */
export function parse(text) {
  const [, field, options] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return field ? { field, options: options.split('|') } : undefined;
}

/**
 * @param {{ options: string[] }} condition
 * @param {Value} value
 */
export function holds({ options }, value) {
  return typeof value === 'string' ? options.includes(value) : value.some((item) => options.includes(item));
}
