/**
 * An interview as a graph: its turns, where each reply leads, and which of that was walked. Pure.
 *
 * @typedef {object} MapWay
 * @property {string} id  of the reply
 * @property {string} to  the turn that it leads to
 * @property {string} say
 *
 * @typedef {object} MapTurn
 * @property {string} id
 * @property {string} says
 * @property {boolean} ends
 * @property {MapWay[]} ways
 *
 * @typedef {{ sheet: number, steps: { turn: string, reply: string }[] }} MapRun
 */

/**
 * The place of each turn: its row is how many replies it is from the first, its column where it is in the row. What cannot be reached
 * comes in a row of its own at the end.
 * @param {MapTurn[]} turns
 * @returns {Map<string, { row: number, column: number, reached: boolean }>}
 */
export function placesOf(turns) {
  /** @type {Map<string, number>} */
  const rows = new Map();
  const open = turns.slice(0, 1).map(({ id }) => id);
  for (const id of open) rows.set(id, 0);
  for (const id of open) {
    for (const { to } of turns.find((turn) => turn.id === id)?.ways ?? []) {
      if (rows.has(to) || !turns.some((turn) => turn.id === to)) continue;
      rows.set(to, (rows.get(id) ?? 0) + 1);
      open.push(to);
    }
  }
  const last = Math.max(-1, ...rows.values()) + 1;
  /** @type {number[]} */
  const columns = [];
  return new Map(
    turns.map(({ id }) => {
      const row = rows.get(id) ?? last;
      const column = columns[row] ?? 0;
      columns[row] = column + 1;
      return [id, { row, column, reached: rows.has(id) }];
    }),
  );
}

/**
 * The numbers of the attempts that came to each turn, and that took each way (`TURN:REPLY`).
 * @param {MapTurn[]} turns
 * @param {MapRun[]} runs
 */
export function walked(turns, runs) {
  /** @type {Map<string, number[]>} */
  const met = new Map();
  /** @type {Map<string, number[]>} */
  const taken = new Map();
  const add = (/** @type {Map<string, number[]>} */ to, /** @type {string} */ key, /** @type {number} */ sheet) => {
    const known = to.get(key) ?? [];
    if (!known.includes(sheet)) to.set(key, [...known, sheet]);
  };
  for (const { sheet, steps } of runs) {
    for (const { turn, reply } of steps) {
      add(met, turn, sheet);
      add(taken, `${turn}:${reply}`, sheet);
      const next = turns.find(({ id }) => id === turn)?.ways.find(({ id }) => id === reply)?.to;
      if (next) add(met, next, sheet);
    }
  }
  return { met, taken };
}

/** Whether nothing follows, although the interview does not end. @param {MapTurn} turn */
export const isDeadEnd = (turn) => !turn.ends && turn.ways.length === 0;
