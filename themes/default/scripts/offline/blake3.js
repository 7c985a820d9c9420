/**
 * BLAKE3, by which the generator names the bytes of files (`offline/files.json`). Browsers have no BLAKE3 of their own. Pure;
 * tests/shared/blake3.json holds it to the hashes of the generator.
 */

const IV = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const ORDER = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
const [CHUNK_START, CHUNK_END, PARENT, ROOT] = [1, 2, 4, 8];
const [BLOCK, CHUNK] = [64, 1024]; // bytes

/** The order of the words of a block in each of the seven rounds. */
const ROUNDS = [ORDER.map((_, i) => i)];
for (let round = 1; round < 7; round++) ROUNDS.push(ORDER.map((from) => ROUNDS[round - 1][from]));

// Signed, so that the engine adds them as whole numbers.
const state = new Int32Array(16);
const block = new Int32Array(16);

/** @param {number} a @param {number} b @param {number} c @param {number} d @param {number} x @param {number} y */
function mix(a, b, c, d, x, y) {
  let p = state[a];
  let q = state[b];
  let r = state[c];
  let s = state[d];
  p = (p + q + x) | 0;
  s = turned(s ^ p, 16);
  r = (r + s) | 0;
  q = turned(q ^ r, 12);
  p = (p + q + y) | 0;
  s = turned(s ^ p, 8);
  r = (r + s) | 0;
  q = turned(q ^ r, 7);
  state[a] = p;
  state[b] = q;
  state[c] = r;
  state[d] = s;
}

/** @param {number} word @param {number} bits */
const turned = (word, bits) => (word >>> bits) | (word << (32 - bits));

/**
 * Compresses the words in `block` into a value of eight words.
 * @param {ArrayLike<number>} value
 * @param {number} counter
 * @param {number} length  bytes of the block
 * @param {number} flags
 */
function compress(value, counter, length, flags) {
  for (let i = 0; i < 8; i++) state[i] = value[i];
  for (let i = 0; i < 4; i++) state[8 + i] = IV[i];
  state[12] = counter;
  state[13] = counter / 2 ** 32;
  state[14] = length;
  state[15] = flags;
  for (const at of ROUNDS) {
    mix(0, 4, 8, 12, block[at[0]], block[at[1]]);
    mix(1, 5, 9, 13, block[at[2]], block[at[3]]);
    mix(2, 6, 10, 14, block[at[4]], block[at[5]]);
    mix(3, 7, 11, 15, block[at[6]], block[at[7]]);
    mix(0, 5, 10, 15, block[at[8]], block[at[9]]);
    mix(1, 6, 11, 12, block[at[10]], block[at[11]]);
    mix(2, 7, 8, 13, block[at[12]], block[at[13]]);
    mix(3, 4, 9, 14, block[at[14]], block[at[15]]);
  }
  const out = new Int32Array(8);
  for (let i = 0; i < 8; i++) out[i] = state[i] ^ state[i + 8];
  return out;
}

/** Takes up to 64 bytes into `block`. @param {Uint8Array} bytes @param {number} from @param {number} to */
function take(bytes, from, to) {
  block.fill(0);
  for (let at = from; at < to; at++) block[(at - from) >> 2] |= bytes[at] << (8 * ((at - from) & 3));
}

/** @param {Uint8Array} bytes @param {number} number  of the chunk @param {number} root  a flag if it is the only one */
function ofChunk(bytes, number, root) {
  const start = number * CHUNK;
  const end = Math.min(bytes.length, start + CHUNK);
  /** @type {ArrayLike<number>} */
  let value = IV;
  let from = start;
  do {
    const to = Math.min(end, from + BLOCK);
    take(bytes, from, to);
    const flags = (from === start ? CHUNK_START : 0) | (to === end ? CHUNK_END | root : 0);
    value = compress(value, number, to - from, flags);
    from = to;
  } while (from < end);
  return value;
}

/** @param {ArrayLike<number>} left @param {ArrayLike<number>} right @param {number} root */
function ofParent(left, right, root) {
  block.set(left, 0);
  block.set(right, 8);
  return compress(IV, 0, BLOCK, PARENT | root);
}

/**
 * The first 16 bytes of the hash, in hexadecimal digits.
 * @param {Uint8Array} bytes
 */
export function hashOf(bytes) {
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK));
  /** Whole trees of growing size, the largest first. @type {ArrayLike<number>[]} */
  const trees = [];
  for (let number = 0; number < chunks - 1; number++) {
    let tree = ofChunk(bytes, number, 0);
    for (let done = number + 1; done % 2 === 0; done /= 2)
      tree = ofParent(/** @type {ArrayLike<number>} */ (trees.pop()), tree, 0);
    trees.push(tree);
  }
  let hash = ofChunk(bytes, chunks - 1, trees.length === 0 ? ROOT : 0);
  while (trees.length > 0) {
    const left = /** @type {ArrayLike<number>} */ (trees.pop());
    hash = ofParent(left, hash, trees.length === 0 ? ROOT : 0);
  }
  const digits = new Uint8Array(new Int32Array(hash).buffer, 0, 16);
  return Array.from(digits, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
