/**
 * What the built course asks, as its answers/course.js says it to the scripts.
 */

import { runInNewContext } from 'node:vm';
import { source } from './site.js';

/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Catalogue} Catalogue */

/** @type {Catalogue | undefined} */
let handed;
runInNewContext(source('answers/course.js'), {
  mitateCourse: (/** @type {Catalogue} */ value) => {
    handed = JSON.parse(JSON.stringify(value));
  },
});
if (!handed) throw new Error('answers/course.js holds no course');

/** @type {Catalogue} */
export const catalogue = handed;
