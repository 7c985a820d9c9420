/**
 * A genogram: a family over several generations, who is whose partner or child, who lives together, and their relationships.
 *
 * 1. the data is made safe (`-model`); 2. everything gets its position (`-layout`); 3. households are outlined, relation
 * lines get their routes; 4. everything is drawn, with a legend of the signs that occur. `describe` gives the same in words,
 * `problems` lists what is impossible.
 *
 * Relation lines and their part of the legend are drawn only on request; the rest of the drawing
 * stays in the same position.
 *
 * Must not know: stages of a case (what is not shown yet is removed before), the DOM.
 *
 * @typedef {import('./genogram-model.js').Genogram} Genogram
 * @typedef {import('./svg.js').Box} Box
 * @typedef {import('./genogram-lines.js').GenogramLine} GenogramLine
 * @typedef {import('./contract.js').Words} Words
 */

import { describePlan, summary } from './genogram-describe.js';
import { familyOf } from './genogram-model.js';
import { householdsOf, outlinePath } from './genogram-household.js';
import { layoutOf } from './genogram-layout.js';
import { letterOf } from './letters.js';
import { keyOf } from './legend-key.js';
import { legend } from './genogram-legend.js';
import { familyLines } from './genogram-lines.js';
import { relationsOf } from './genogram-relations.js';
import { labelOf, symbol } from './genogram-symbols.js';
import { whole } from './genogram-whole.js';
import { DATE } from './genogram-when.js';
import { element, picture, textLines } from './svg.js';

export { problems } from './genogram-problems.js';

const NARROWEST = 340; // px: room for the legend
const MARGIN = 16;

/**
 * What the drawings and the words of a family share: the safe data, and all positions. The notation is that of the
 * language by default.
 * @param {Genogram} written
 * @param {Words} [words]
 */
export function planOf(written, words = {}) {
  const safe = whole(written);
  const data = { ...safe, profile: safe.profile ?? /** @type {Genogram['profile']} */ (words['geno-profile']) };
  const family = familyOf(data);
  const layout = layoutOf(family);
  return { data, family, layout, households: householdsOf(family, layout) };
}

/**
 * @param {Genogram} written
 * @param {Words} words
 * @param {{ relations?: boolean }} [shown]  whether the relation lines are
 */
export function draw(written, words, shown = {}) {
  return drawn(planOf(written, words), words, shown);
}

/**
 * The drawing without relation lines, the one with them if there are any, and the same in words, from one layout.
 * @param {Genogram} written
 * @param {Words} words
 * @returns {{ svg: string, related?: string, text: string[] }}
 */
export function print(written, words) {
  const plan = planOf(written, words);
  const related = plan.family.relations.length > 0 ? drawn(plan, words, { relations: true }).svg : undefined;
  return { svg: drawn(plan, words, {}).svg, related, text: describePlan(plan, words) };
}

/** @param {Genogram} written @param {Words} words @returns {string[]}  one sentence an entry */
export function describe(written, words) {
  return describePlan(planOf(written, words), words);
}

/**
 * @param {ReturnType<typeof planOf>} plan
 * @param {Words} words
 * @param {{ relations?: boolean }} shown
 * @returns {{ svg: string, width: number, height: number, shapes: (Box & { points?: import('./geometry.js').Point[][] })[], lines: GenogramLine[] }}
 *   shapes of households have their outlines as `points`
 */
function drawn({ data, family, layout, households }, words, shown) {
  const { drawn: own, lines } = familyLines(layout, (union) => livesWithLeft(union, family, layout));
  const width = Math.max(layout.width, NARROWEST);
  const shift = Math.round((width - layout.width) / 2);
  const relations = shown.relations ? relationsOf(family, layout, shift) : { drawn: [], lines: [] };

  const letters = new Map([...family.persons.keys()].map((id, i) => [id, letterOf(i)]));
  const persons = [...layout.placed.values()].map((placed) => {
    const person = /** @type {import('./genogram-model.js').Person} */ (family.persons.get(placed.id));
    return element('g', { class: person.index ? 'dg-person dg-person-index' : 'dg-person' }, [
      ...symbol(
        person,
        placed,
        placed,
        (person.conditions ?? [])
          .map((condition) => family.conditions.indexOf(condition))
          .filter((quarter) => quarter >= 0),
      ),
      ...labelOf(placed, letters.get(placed.id) ?? ''),
    ]);
  });
  const tree = element('g', { transform: shift === 0 ? undefined : `translate(${shift} 0)` }, [
    element(
      'g',
      { class: 'dg-households' },
      households.flatMap(({ loops }) =>
        loops.map((loop) => element('path', { class: 'dg-household', d: outlinePath(loop) })),
      ),
    ),
    element('g', { class: 'dg-lines' }, own),
    ...(relations.drawn.length > 0 ? [element('g', { class: 'dg-relations' }, relations.drawn)] : []),
    element('g', { class: 'dg-persons' }, persons),
    ...layout.dates.map(({ lines: dates, x, y, width: wide }) =>
      textLines(dates, { x: x + wide / 2, y, ...DATE, class: 'dg-date', anchor: 'middle' }),
    ),
  ]);

  const signs = legend(family);
  const at = { x: MARGIN, y: layout.height, width: width - MARGIN * 2 };
  const key = keyOf(words['geno-legend'] ?? '', worded(signs.persons, words), at);
  const ties = keyOf(words['geno-legend-relations'] ?? '', shown.relations ? worded(signs.relations, words) : [], {
    ...at,
    y: at.y + key.height + 6,
  });
  const height = Math.ceil(at.y + key.height + (ties.height > 0 ? ties.height + 6 : 0) + MARGIN);
  return {
    svg: picture({ kind: 'genogram', width, height, ...summary(family, layout.rows.length, data, words) }, [
      tree,
      key.svg,
      ties.svg === '' ? '' : element('g', { class: 'dg-relations' }, ties.svg),
    ]),
    width,
    height,
    shapes: [...shapesOf(layout, households, shift), ...key.boxes, ...ties.boxes],
    lines: [...lines, ...relations.lines].map((line) => ({ ...line, points: shifted(line.points, shift) })),
  };
}

/** @param {import('./genogram-legend.js').Sample[]} samples @param {Words} words */
function worded(samples, words) {
  return samples.map((sample) => ({ ...sample, text: sample.text ?? words[sample.id] ?? sample.id }));
}

/**
 * @param {import('./genogram-layout.js').Layout} layout @param {import('./genogram-household.js').Outlined[]} households @param {number} shift
 * @returns {(Box & { points?: import('./geometry.js').Point[][] })[]}
 */
function shapesOf(layout, households, shift) {
  const persons = [...layout.placed.values()].flatMap(({ id, x, y, half, labelX, labelY, labelWidth, labelHeight }) => [
    { id, kind: 'symbol', x: x - half + shift, y: y - half, width: half * 2, height: half * 2 },
    ...(labelHeight > 0
      ? [{ id: `${id}:label`, kind: 'label', x: labelX + shift, y: labelY, width: labelWidth, height: labelHeight }]
      : []),
  ]);
  const outlines = households.map(({ loops }, i) => {
    const points = loops.map((loop) => shifted(loop, shift));
    const [xs, ys] = [points.flat().map(({ x }) => x), points.flat().map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return {
      id: `household:${i}`,
      kind: 'household',
      x,
      y,
      width: Math.max(...xs) - x,
      height: Math.max(...ys) - y,
      points,
    };
  });
  const dates = layout.dates.map(({ at, x, y, width, height }) => ({
    id: `union:${at}:label`,
    kind: 'label',
    x: x + shift,
    y,
    width,
    height,
  }));
  return [...persons, ...dates, ...outlines];
}

/** @param {import('./geometry.js').Point[]} points @param {number} shift */
function shifted(points, shift) {
  return points.map(({ x, y }) => ({ x: x + shift, y }));
}

/**
 * Whether the children of a union share a home with its left partner and not with the right one.
 * @param {import('./genogram-model.js').Union} union @param {import('./genogram-model.js').Family} family @param {import('./genogram-layout.js').Layout} layout
 */
function livesWithLeft(union, family, layout) {
  const [left, right] = [...union.partners].sort(
    (a, b) => (layout.placed.get(a)?.x ?? 0) - (layout.placed.get(b)?.x ?? 0),
  );
  const shared = (/** @type {string} */ id) =>
    union.children.filter((child) => family.households.some((ids) => ids.includes(id) && ids.includes(child.id)))
      .length;
  return shared(left) > shared(right);
}
