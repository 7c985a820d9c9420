/**
 * What looks like a living person's data in a text: a phone number, an email address, a postcode, a full date, a street
 * address. Practice sheets are no place for it; whoever calls says so, and the learner decides.
 *
 * The same shapes as the generator's check of cases (src/check/rules/personal_data.rs), and a street address besides;
 * tests/shared/personal.json holds both to it. A year X, an age or a month alone identifies no one, and neither
 * is a place whose name is a letter. Every repetition is bounded: a text of a megabyte must not stop the page.
 *
 * @typedef {'phone' | 'mail' | 'postcode' | 'birth-date' | 'address'} PersonalKind
 * @typedef {{ kind: PersonalKind, range: [start: number, end: number] }} Personal
 */

/** D is a digit and H a hyphen, of either width; C a character of a Japanese name. @type {[PersonalKind, string][]} */
const SHAPES = [
  ['phone', '[0０]D{1,4}HD{1,4}HD{3,4}|[0０][5789５７８９][0０]D{8}|[0０]D{1,4}[(（]D{1,4}[)）]D{4}'],
  ['mail', '[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+'],
  ['postcode', '〒\\s?D{3}H?D{4}|D{3}HD{4}'],
  [
    'birth-date',
    '(?:(?:19|20|１９|２０)DD|(?:昭和|平成|令和)(?:D{1,2}|元))年\\s?D{1,2}月\\s?D{1,2}日|(?:19|20)DD[-/.]D{1,2}[-/.]D{1,2}',
  ],
  [
    'address',
    '[A-Za-zＡ-Ｚ]?C{0,8}[市区町村郡]C{0,12}D{1,4}(?:丁目(?:D{1,4}番(?:地|D{1,4}号)?)?|番地|番D{1,4}号|HD{1,4}HD{1,4})',
  ],
];

const PATTERNS = SHAPES.map(
  ([kind, shape]) =>
    /** @type {const} */ ([
      kind,
      new RegExp(
        shape
          .replaceAll('D', '[0-9０-９]')
          .replaceAll('H', '[-‐‑–−ー－]')
          .replaceAll('C', '[\\p{Script=Han}ぁ-んァ-ヶ]'),
        'gu',
      ),
    ]),
);

const NUMBER = /[-0-9０-９]/;

/** Without a digit or an @ no shape fits: most texts are done here. */
const WORTH = /[0-9０-９@＠]/;

/**
 * In the order of the text. What one shape has taken is not taken again by another.
 * @param {string} text
 * @returns {Personal[]}
 */
export function findPersonal(text) {
  /** @type {Personal[]} */
  const found = [];
  if (!WORTH.test(text)) return found;
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isTaken = found.some(({ range }) => range[0] < end && start < range[1]);
      if (isTaken || (kind === 'address' ? isInvented(match[0]) : isPartOfNumber(text, start, end))) continue;
      found.push({ kind, range: [start, end] });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/**
 * Do digits go on before or behind? Then it is part of another number.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isPartOfNumber(text, start, end) {
  return NUMBER.test(text.charAt(start - 1)) || NUMBER.test(text.charAt(end));
}

/**
 * A市, X町: a letter is no real name, and without one it is the beginning of another word.
 * @param {string} address
 */
function isInvented(address) {
  return /^[A-Za-zＡ-Ｚ市区町村郡]/.test(address);
}

/**
 * The same for what a learner wrote in a field. A date that a date field holds is the day of writing, unless the
 * label asks for a birthday; a moment is one that the page kept.
 * @param {string} text
 * @param {string} label
 */
export function findPersonalIn(text, label) {
  if (/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(text) && !/生年月日|生まれ|誕生|birth/i.test(label)) return [];
  return findPersonal(text);
}
