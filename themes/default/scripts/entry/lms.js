/**
 * Entry of src/package/lms.js, the script of the document around a course in a package for an LMS (`scripts/lms/`).
 */

import { startSession } from '../lms/session.js';
import { apply, read } from '../settings/saved.js';

document.documentElement.dataset.scripts = 'on';
const frame = document.querySelector('iframe');
/** @type {import('../lms/session.js').LmsCourse} */
const course = JSON.parse(document.getElementById('lms')?.textContent ?? '{}');
if (frame) {
  void startSession(course, frame);
  apply(read());
}
