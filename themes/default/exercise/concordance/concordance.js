/** New information round by round: the next piece is read after this one was weighed (scripts/work/stages.js). */

import { isEmpty } from '../../scripts/dom/values.js';
import { isPast, stagesIn, startStages } from '../../scripts/work/stages.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const concordance = {
  start: (work) => startStages(work, { words: 'concordance', asked: ['weigh', 'why'], needed: ['weigh', 'why'] }),
  copies: false,
  arrange: (root) => {
    for (const actions of root.querySelectorAll('.staged-actions, .concordance > .hint')) actions.remove();
  },
  answered: (work) => {
    const isWeighed = [...work.fields()].some(([name, { value }]) => name.startsWith('weigh.') && !isEmpty(value));
    return isWeighed && stagesIn(work.form).every((stage, at, all) => at === all.length - 1 || isPast(work, stage));
  },
};
