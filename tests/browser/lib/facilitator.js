/**
 * The facilitators' edition of the site under test: MITATE_FACILITATOR_SITE if it is given, else the bundled course, built now.
 */

import { open } from './site.js';
import { transportsOf } from './transports.js';

export const { site, files, pages, source, kindOf, samples, pageWith } = open(
  'facilitator',
  process.env.MITATE_FACILITATOR_SITE,
);

/** The kinds of pages that learners do not see, or see in part. */
const OWN = ['meeting', 'present'];

/** Its first page of each of them, and an ordinary page: every page says which edition it is. */
export const own = new Set([...OWN, 'page'].flatMap((kind) => samples.get(kind) ?? []));

/** The ways in which it reaches a reader. */
export const transports = await transportsOf(site, ['content', '--edition', 'facilitator']);
