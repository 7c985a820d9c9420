/**
 * A case read stage by stage (scripts/work/stages.js): before the next stage opens, the formulation and the confidence of this one are written
 * down. What comes to mind about a stage that was passed is written under a heading of its own (`later.STAGE`).
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, valueOf } from '../../scripts/dom/controls.js';
import { make } from '../../scripts/dom/element.js';
import { isEmpty } from '../../scripts/dom/values.js';
import { committed, idOf, isPast, passedWords, stagesIn, startStages, titleOf } from '../../scripts/work/stages.js';
import { showTerms } from '../../scripts/work/terms.js';

/** @type {import('../../scripts/work/stages.js').StageRules} */
const RULES = { words: 'staged', asked: ['read', 'sure', 'change'], needed: ['read', 'sure'] };

/** @type {import('../../scripts/work/kind.js').Kind} */
export const staged = {
  start: (work) => startStages(work, RULES),
  copies: false,
  arrange: (root) => {
    for (const actions of root.querySelectorAll('.staged-actions, .staged > .hint')) actions.remove();
    for (const later of root.querySelectorAll('.staged-later')) {
      if (later instanceof HTMLElement)
        later.hidden = [...controlsIn(later).values()].every((group) => isEmpty(valueOf(group)));
    }
  },
  answered: (work) => {
    const stages = stagesIn(work.form);
    return (
      stages.length > 0 &&
      stages.every((stage) => isPast(work, stage)) &&
      stages.some((stage) => committed(work, stage) !== '')
    );
  },
  looked: (work) => review(work),
};

/** All stages side by side: what was thought, how sure, what changed. @param {Work} work */
function review(work) {
  const place = work.form.querySelector('[data-staged-review]');
  if (!(place instanceof HTMLElement)) return;
  const columns = stagesIn(work.form).map((stage) => {
    const said = (/** @type {string} */ name) => String(work.fields().get(`${name}.${idOf(stage)}`)?.value ?? '');
    const part = make('section', 'staged-column', make('h5', '', titleOf(stage)));
    const rows = /** @type {const} */ ([
      ['read', said('read')],
      ['sure', said('sure')],
      ['change', said('change')],
    ]);
    const list = make('dl', '');
    for (const [name, text] of rows) {
      if (text !== '') list.append(make('dt', '', word(`staged-${name}`)), make('dd', `staged-${name}`, text));
    }
    const later = said('later');
    if (committed(work, stage) === '')
      part.append(make('p', 'hint', passedWords(work, RULES, stage, list.childElementCount > 0)));
    if (list.childElementCount > 0) part.append(list);
    if (later !== '')
      part.append(make('dl', 'staged-afterwards', make('dt', '', word('staged-later')), make('dd', '', later)));
    return part;
  });
  place.replaceChildren(make('h4', '', word('staged-beside')), make('div', 'staged-columns', ...columns));
  showTerms(
    work.form,
    stagesIn(work.form).map((stage) => [titleOf(stage), String(work.fields().get(`read.${idOf(stage)}`)?.value ?? '')]),
  );
}
