/**
 * Bundles the theme's scripts into the classic scripts that pages load; the result is committed, so that building
 * mitate needs no Node. With --check it writes nothing and fails where the committed bundles are stale.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const theme = fileURLToPath(new URL('../../themes/default/', import.meta.url));
const LIMIT = 25 * 1024; // bytes of all bundles, compressed

const checking = process.argv.includes('--check');
const { outputFiles } = await build({
  entryPoints: [`${theme}scripts/site.js`, `${theme}scripts/early.js`],
  outdir: `${theme}assets`,
  absWorkingDir: theme,
  bundle: true,
  format: 'iife',
  minify: true,
  charset: 'utf8',
  target: ['chrome105', 'firefox115', 'safari16'],
  legalComments: 'none',
  write: false,
});

let stale = 0;
let weight = 0;
for (const { path, contents, text } of outputFiles) {
  weight += gzipSync(contents).length;
  if (!checking) continue;
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed === text) continue;
  stale += 1;
  console.error(`${path} is stale: run \`npm run build\` in tests/browser and commit it`);
}
if (!checking) {
  const { mkdir, writeFile } = await import('node:fs/promises');
  await mkdir(`${theme}assets`, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
}
console.log(`${outputFiles.length} bundles, ${weight} bytes compressed`);
if (weight > LIMIT) console.error(`the bundles weigh more than ${LIMIT} bytes`);
process.exitCode = stale > 0 || weight > LIMIT ? 1 : 0;
