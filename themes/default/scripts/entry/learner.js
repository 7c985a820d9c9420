/**
 * Entry of src/package/learner.js, which is before assets/early.js in a package for an LMS: it runs in the head of every page, before
 * any other script. It says whose store the page uses, and opens other hosts beside the LMS: most of them refuse to be in a frame.
 */

import { givenStore } from '../lms/learner.js';

const root = document.documentElement;
if (root.dataset.course !== undefined) root.dataset.course = givenStore(root.dataset.course);
addEventListener(
  'click',
  ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.host === location.host || !/^https?:$/.test(link.protocol)) return;
    link.target = '_blank';
    link.relList.add('noopener');
  },
  { capture: true },
);
