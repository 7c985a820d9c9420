/**
 * The forms of the built course that the tests write in: found by what they ask, not by their names.
 */

import { tags } from './html.js';
import { kindOf, pages, source } from './site.js';
import { catalogue } from './catalogue.js';

/**
 * A form with its page.
 * @typedef {object} Form
 * @property {string} page
 * @property {string} key      of its answers
 * @property {string} title
 * @property {string[]} texts  the names of its long texts
 * @property {{ name: string, max: number }[]} rows  its tables and lists
 */

/** @type {Form[]} */
export const forms = pages
  .filter((page) => kindOf(page) === 'worksheet')
  .flatMap((page) => {
    const all = tags(source(page));
    const key = all.find(({ attributes }) => attributes['data-answer'])?.attributes['data-answer'] ?? '';
    if (key === '') return [];
    return [
      {
        page,
        key,
        title: catalogue.works.find((work) => work.key === key)?.title ?? '',
        texts: all
          .filter(({ name, attributes }) => name === 'textarea' && attributes.id?.endsWith('-c'))
          .map(({ attributes }) => attributes.name),
        rows: all
          .filter(({ attributes }) => attributes['data-rows'])
          .map(({ attributes }) => ({ name: attributes['data-rows'], max: Number(attributes['data-max'] ?? 30) })),
      },
    ];
  });

/** One with at least three long texts. */
export const form = /** @type {Form} */ (forms.find(({ texts }) => texts.length >= 3));
if (!form) throw new Error('the course has no form with three long texts');

/** @param {string} name  of a field */
export const at = (name) => `form.answer [name="${name}"]`;
