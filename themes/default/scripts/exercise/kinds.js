/**
 * What single kinds of exercises need beyond native controls. A kind that is not here needs nothing: choice, write,
 * rubric and checklist are the browser's own work.
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('../work/values.js').Value} Value
 *
 * @typedef {object} Kind
 * @property {(work: Work) => void} [start]  once, before the answers come
 * @property {(root: ParentNode, values: Map<string, Value>) => void} [arrange]  after values were written, also in copies
 * @property {(work: Work) => void} [looked]  whenever a compared attempt is shown; may come several times
 * @property {(name: string) => boolean} [shows]  what has no control, and is shown by the kind itself
 * @property {false} [blanks]  what is empty is not named before comparing: the kind asks about it by itself
 * @property {false} [copies]  an attempt cannot begin as a copy of another one: what was done was done then
 * @property {(work: Work) => boolean} [answered]  enough to compare; without it: any control of the attempt
 */

import { board } from './board.js';
import { cloze } from './cloze.js';
import { dialogue } from './dialogue.js';
import { draw } from './draw.js';
import { formulation } from './formulation.js';
import { incident } from './incident.js';
import { match } from './match.js';
import { order } from './order.js';
import { sort } from './sort.js';
import { staged } from './staged.js';
import { tag } from './tag.js';
import { worksheet } from './worksheet.js';

/** @type {Readonly<Record<string, Kind>>} */
export const kinds = { board, cloze, dialogue, draw, formulation, incident, match, order, sort, staged, tag, worksheet };
