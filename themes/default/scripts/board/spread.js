/**
 * What is said of how answers are spread: which of them few gave, and where the room is split. Pure.
 */

/** Of fewer people, answers are not broken down: a person would be recognised. */
export const FEWEST = 3;

const FEW = 1 / 4; // of all who answered
const MAIN = 2 / 3;

/**
 * Whether an answer is one of few, beside another one of many.
 * @param {number} count
 * @param {number[]} all  the counts of all answers
 * @param {number} people
 */
export function isFew(count, all, people) {
  return count > 0 && count <= Math.max(1, people * FEW) && Math.max(...all) >= count * 2;
}

/**
 * Whether the room is split: no answer is that of two thirds, and a second one is that of a quarter at least.
 * @param {number[]} all
 * @param {number} people
 */
export function isSplit(all, people) {
  const [first = 0, second = 0] = [...all].sort((a, b) => b - a);
  return people >= FEWEST && first < people * MAIN && second >= people * FEW && second > 0;
}
