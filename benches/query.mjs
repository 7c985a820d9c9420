/**
 * What a query loads: `node benches/query.mjs SITE QUERY…` prints, for each query, the bytes and the number of the index's files
 * that the first screenful of its results needs, with the site's own search scripts.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCREENFUL, find, words } from '../themes/default/scripts/search/query.js';

const [site, ...queries] = process.argv.slice(2);

/** An index that counts what is read of it; each file once. */
function counted() {
  const read = new Map();
  const file = (name) => {
    if (!read.has(name)) read.set(name, readFileSync(join(site, 'search', `${name}.js`)));
    const text = read.get(name).toString('utf8');
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  };
  const index = {
    meta: async () => file('meta'),
    shard: async (k) => file(`shard-${k}`),
    text: async (n) => file(`text-${n}`),
  };
  return { index, read };
}

const answers = [];
for (const query of queries) {
  const { index, read } = counted();
  const found = find(words(query), index);
  // One more than are shown: whether there are others is shown as well.
  for (let n = 0; n <= SCREENFUL; n++) if ((await found.next()).done) break;
  const bytes = [...read.values()].reduce((sum, { length }) => sum + length, 0);
  answers.push({ query, bytes, files: read.size });
}
console.log(JSON.stringify(answers));
