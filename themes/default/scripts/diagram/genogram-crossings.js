/**
 * How many of some lines from one level to another cross.
 *
 * Must not know: what the lines are.
 */

/**
 * @param {{ above: number, below: number }[]} lines  changed: sorted
 * @returns {{ count: number, work: number }}  lines that meet at an end do not cross
 */
export function crossingsAmong(lines) {
  lines.sort((a, b) => a.above - b.above || a.below - b.below);
  let values = lines.map(({ below }) => below);
  let [count, work] = [0, lines.length];
  // Merge sort: every element that overtakes others crosses them.
  for (let size = 1; size < values.length; size *= 2) {
    const merged = [];
    for (let from = 0; from < values.length; from += size * 2) {
      const [middle, end] = [Math.min(from + size, values.length), Math.min(from + size * 2, values.length)];
      let [i, k] = [from, middle];
      while (i < middle || k < end) {
        if (k >= end || (i < middle && values[i] <= values[k])) merged.push(values[i++]);
        else {
          count += middle - i;
          merged.push(values[k++]);
        }
      }
    }
    work += values.length;
    values = merged;
  }
  return { count, work };
}
