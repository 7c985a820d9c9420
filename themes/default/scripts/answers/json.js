/**
 * JSON, read in small steps: a file of any size, shape or depth leaves the page answering. Objects have no prototype, so
 * that no name in them means anything.
 *
 * Pure.
 *
 * @typedef {{ depth: number, nodes: number, names: number, text: number }} Limits  nodes: all values; names: in one object or
 *   list; text: characters of one string
 */

const STEP = 200; // tokens read between two yields; a long text counts for many
const LONG = 1000; // characters that count like a token
const BLANK = /[ \t\n\r]{0,20000}/y;
const WORD = /(?:-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,4})?|true|false|null)(?![\w.+-])/y;

/** Why a text is no JSON that can be used. */
export class JsonError extends Error {
  /** @param {'cut-off' | 'malformed' | 'too-big'} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {string} text
 * @param {Limits} limits
 * @returns {Generator<void, unknown, void>}  throws a JsonError
 */
export function* readingJson(text, limits) {
  const reader = new Reader(text, limits);
  /** The objects and lists that are open. @type {Open[]} */
  const open = [];
  for (let before = 0; ;) {
    if (reader.weight() - before >= STEP) {
      yield;
      before = reader.weight();
    }
    yield* reader.skipBlanks();
    const value = reader.value();
    if (value === OBJECT || value === LIST) {
      if (open.length === limits.depth) throw new JsonError('too-big');
      open.push({ into: value === OBJECT ? Object.create(null) : [], name: '', names: 0 });
    } else {
      const top = open.at(-1);
      if (!top) return yield* finished(reader, value);
      put(top, value);
    }
    // To where the next value begins, closing what ends here.
    for (let isFresh = value === OBJECT || value === LIST; ; isFresh = false) {
      yield* reader.skipBlanks();
      const top = /** @type {Open} */ (open.at(-1));
      if (!reader.take(Array.isArray(top.into) ? ']' : '}')) {
        if (!isFresh) reader.want(',');
        top.names += 1;
        if (top.names > limits.names) throw new JsonError('too-big');
        if (!Array.isArray(top.into)) top.name = yield* reader.name();
        break;
      }
      open.pop();
      const around = open.at(-1);
      if (!around) return yield* finished(reader, top.into);
      put(around, top.into);
    }
  }
}

/** @typedef {{ into: unknown[] | Record<string, unknown>, name: string, names: number }} Open  name: of the value that comes next */

/** @param {Open} open @param {unknown} value */
function put({ into, name }, value) {
  if (Array.isArray(into)) into.push(value);
  else into[name] = value;
}

/** Only blanks may follow. @param {Reader} reader @param {unknown} value @returns {Generator<void, unknown, void>} */
function* finished(reader, value) {
  yield* reader.skipBlanks();
  if (!reader.isAtEnd()) throw new JsonError('malformed');
  return value;
}

const OBJECT = Symbol('an object begins');
const LIST = Symbol('a list begins');

class Reader {
  /** @param {string} text @param {Limits} limits */
  constructor(text, limits) {
    this.text = text;
    this.limits = limits;
    this.at = 0;
    this.nodes = 0;
  }

  isAtEnd() {
    return this.at >= this.text.length;
  }

  /** @returns {Generator<void, void, void>} */
  *skipBlanks() {
    for (;;) {
      BLANK.lastIndex = this.at;
      const blanks = BLANK.exec(this.text)?.[0].length ?? 0;
      this.at += blanks;
      if (blanks < 20000) return;
      yield;
    }
  }

  /** What has been read so far. */
  weight() {
    return this.nodes + this.at / LONG;
  }

  /** @param {string} mark */
  take(mark) {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  /** @param {string} mark */
  want(mark) {
    if (this.take(mark)) return;
    throw new JsonError(this.isAtEnd() ? 'cut-off' : 'malformed');
  }

  /** @returns {Generator<void, string, void>}  what is before a colon */
  *name() {
    yield* this.skipBlanks();
    this.want('"');
    const name = this.string();
    yield* this.skipBlanks();
    this.want(':');
    return name;
  }

  /** A value, or the mark with which an object or a list begins. */
  value() {
    this.nodes += 1;
    if (this.nodes > this.limits.nodes) throw new JsonError('too-big');
    if (this.take('{')) return OBJECT;
    if (this.take('[')) return LIST;
    if (this.take('"')) return this.string();
    WORD.lastIndex = this.at;
    const [word] = WORD.exec(this.text) ?? [];
    if (word === undefined) {
      const isCutOff = this.text.length - this.at < 5 && /^[-\w.]*$/.test(this.text.slice(this.at));
      throw new JsonError(isCutOff ? 'cut-off' : 'malformed');
    }
    this.at += word.length;
    return JSON.parse(word);
  }

  /** Behind its opening quotation mark. */
  string() {
    const from = this.at;
    let end = from - 1;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end < 0 || end - from > this.limits.text * 6) {
        throw new JsonError(end < 0 && this.text.length - from <= this.limits.text * 6 ? 'cut-off' : 'too-big');
      }
    } while (isEscaped(this.text, from, end));
    this.at = end + 1;
    try {
      return /** @type {string} */ (JSON.parse(this.text.slice(from - 1, end + 1)));
    } catch {
      throw new JsonError('malformed');
    }
  }
}

/** Whether an odd number of backslashes comes before it. @param {string} text @param {number} from @param {number} at */
function isEscaped(text, from, at) {
  let first = at;
  while (first > from && text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}
