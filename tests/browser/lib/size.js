/** How much is tested: `tests/run.sh` takes one sample of every kind, `tests/run.sh --all` everything (MITATE_TESTS=all). */

export const all = process.env.MITATE_TESTS === 'all';

/**
 * @template T
 * @param {Iterable<T>} everything
 * @param {(one: T) => boolean} isSample
 * @returns {T[]}
 */
export const some = (everything, isSample) => [...everything].filter((one) => all || isSample(one));

/**
 * The ways to a site that a test goes: from a disk, and in `--all` from a server too.
 * @template {{ name: string }} T
 * @param {T[]} transports
 */
export const ways = (transports) => some(transports, ({ name }) => name === 'file');
