/**
 * The names that a Word file has for the name of an answer: the twin of src/paper/address.rs. `tests/shared/paper-codes.json` holds both.
 * Pure.
 */

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';
const LONGEST_TAG = 64;
const SEED = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * FNV-1a with 64 bits, of `KEY NAME`; the code is its 50 upper bits in base 32.
 * @param {string} key
 * @param {string} name
 */
export function code(key, name) {
  let hash = SEED;
  for (const byte of new TextEncoder().encode(`${key} ${name}`)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  let digits = '';
  for (let shift = 59n; shift > 13n; shift -= 5n) digits += DIGITS[Number((hash >> shift) & 31n)];
  return `m_${digits}`;
}

/**
 * The name itself, or its code if Word would cut it.
 * @param {string} key
 * @param {string} name
 */
export function tag(key, name) {
  return new TextEncoder().encode(name).length > LONGEST_TAG ? code(key, name) : name;
}
