/**
 * The centre of an ecomap: a circle with a person's name, or with a small genogram of a household and its name below.
 *
 * Must not know: what is drawn around it.
 *
 * @typedef {import('./genogram.js').Genogram} Household
 * @typedef {{ label: string, household?: Household }} Center
 * @typedef {import('./contract.js').Words} Words
 */

import { legend } from './genogram-legend.js';
import { familyOf } from './genogram-model.js';
import { describe, draw, problems } from './genogram.js';
import { element, n, textLines, widthOf, wrap } from './svg.js';

const NAME = { size: 16, leading: 21 };
const WRAP = 6; // characters of a line
const WIDE_WRAP = 10; // below a genogram
const SMALLEST = 54; // px, radius
const LARGEST = 150; // a larger genogram is scaled down,
const SCALES = [1, 0.92, 0.85]; // but stays readable
const AIR = 8;

/**
 * @param {Center} center
 * @param {Words} words
 * @returns {{ radius: number, svg: string }}  around 0, 0
 */
export function coreOf(center, words) {
  if (hasFamily(center.household)) return familyCore(center.label, center.household, words);
  const lines = wrap(center.label, WRAP);
  const widest = Math.max(...lines.map((line) => widthOf(line, NAME.size)));
  const radius = Math.max(SMALLEST, Math.ceil(corner(widest, lines.length * NAME.leading) + AIR));
  const top = -(lines.length * NAME.leading) / 2 + (NAME.leading - NAME.size) / 2;
  return {
    radius,
    svg: circle(radius, [
      textLines(['A'], { x: 0, y: -NAME.size / 2 - 1, ...NAME, class: 'dg-letter dg-center-letter', anchor: 'middle' }),
      textLines(lines, { x: 0, y: top, ...NAME, class: 'dg-center-name', anchor: 'middle' }),
    ]),
  };
}

/** @param {Household | undefined} household @returns {household is Household} */
function hasFamily(household) {
  return household !== undefined && (household.persons ?? []).length > 0;
}

/** @param {string} label @param {Household} household @param {Words} words */
function familyCore(label, household, words) {
  const drawn = draw(household, words);
  const boxes = drawn.shapes.filter(({ kind }) => kind !== 'legend');
  const points = drawn.lines.flatMap(({ points: all }) => all);
  const xs = [...boxes.flatMap(({ x, width }) => [x, x + width]), ...points.map(({ x }) => x)];
  const ys = [...boxes.flatMap(({ y, height }) => [y, y + height]), ...points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const lines = wrap(label, WIDE_WRAP);
  const name = {
    width: Math.max(...lines.map((line) => widthOf(line, NAME.size))),
    height: lines.length * NAME.leading,
  };

  const tried = SCALES.map((scale) => ({ scale, ...fit((right - left) * scale, (bottom - top) * scale, name) }));
  const { scale, radius, up } = tried.find((each) => each.radius <= LARGEST) ?? tried[tried.length - 1];
  const move = `translate(${n((-scale * (left + right)) / 2)} ${n(up - scale * top)}) scale(${scale})`;
  return {
    radius,
    svg: circle(radius, [
      element('g', { transform: move }, inner(drawn.svg)),
      textLines(lines, {
        x: 0,
        y: up + (bottom - top) * scale + 8,
        ...NAME,
        class: 'dg-center-name',
        anchor: 'middle',
      }),
    ]),
  };
}

/**
 * The smallest circle round a genogram with a name below it, and how high in it both are.
 * @param {number} width @param {number} height @param {{ width: number, height: number }} name
 */
function fit(width, height, name) {
  let best = { radius: Infinity, up: 0 };
  const whole = height + 6 + name.height;
  for (let up = -whole; up <= 0; up += 2) {
    const radius = Math.max(
      corner(width, -2 * up),
      corner(width, 2 * (up + height)),
      corner(name.width, 2 * (up + whole)),
    );
    if (radius < best.radius) best = { radius, up };
  }
  return { radius: Math.max(SMALLEST, Math.ceil(best.radius + AIR)), up: best.up };
}

/** From the middle of a box to its corner. @param {number} width @param {number} height */
function corner(width, height) {
  return Math.sqrt(width * width + height * height) / 2;
}

/** @param {number} radius @param {string | string[]} inside */
function circle(radius, inside) {
  return element('g', { class: 'dg-center' }, [
    element('circle', { class: 'dg-core', cx: 0, cy: 0, r: radius }),
    ...[inside].flat(),
  ]);
}

/** The part of a genogram's SVG between its description and its legend. @param {string} svg */
function inner(svg) {
  const from = svg.indexOf('</desc>') + '</desc>'.length;
  const to = svg.indexOf('<g class="dg-legend">');
  return svg.slice(from, to < 0 ? svg.lastIndexOf('</svg>') : to);
}

/** The signs of the household, for the legend. @param {Household | undefined} household @param {Words} words @returns {import('./legend-key.js').Sign[]} */
export function householdSigns(household, words) {
  if (!hasFamily(household)) return [];
  return legend(familyOf(household)).persons.map((sign) => ({ ...sign, text: sign.text ?? words[sign.id] ?? sign.id }));
}

/** @param {Household | undefined} household @param {Words} words @returns {string[]} */
export function householdSays(household, words) {
  return hasFamily(household) ? describe(household, words) : [];
}

/** @param {Household | undefined} household @returns {{ code: string, path: string, [arg: string]: any }[]} */
export function householdProblems(household) {
  return household === undefined ? [] : problems(household);
}
