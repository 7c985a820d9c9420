/**
 * Bundles the theme's scripts into the classic scripts that pages load; the result is committed, so that building
 * mitate needs no Node. With --check it writes nothing and fails if the committed bundles are stale.
 */

import { readFile, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const theme = fileURLToPath(new URL('../../themes/default/', import.meta.url));
/** What pages load, and how many bytes each may weigh, compressed. @type {Record<string, number>} */
const BUNDLES = {
  early: 1024,
  variant: 1024,
  search: 8 * 1024,
  begun: 6 * 1024,
  site: 12 * 1024,
  work: 37 * 1024,
  answers: 26 * 1024,
  transfer: 16 * 1024,
  present: 12 * 1024,
  slides: 9 * 1024,
  diagram: 48 * 1024,
  draw: 5 * 1024,
  figure: 4 * 1024,
  sequence: 10 * 1024,
  take: 2 * 1024,
  offline: 6 * 1024,
  worker: 8 * 1024,
  paper: 4 * 1024,
  board: 24 * 1024,
  'interview-map': 3 * 1024,
  review: 24 * 1024,
  learning: 10 * 1024,
  minutes: 16 * 1024,
};

const checking = process.argv.includes('--check');
/** Bundles that are no file of a site, since the generator runs them or writes them into a package: where they are. */
const OWN = {
  drawing: fileURLToPath(new URL('../../src/diagram/drawing.js', import.meta.url)),
  single: fileURLToPath(new URL('../../src/package/single.js', import.meta.url)),
  lms: fileURLToPath(new URL('../../src/package/lms.js', import.meta.url)),
  learner: fileURLToPath(new URL('../../src/package/learner.js', import.meta.url)),
};
/** The bundle with the editor: built by itself. */
const EDITOR = 'editor';

/**
 * The table of kinds with a script, `exercise:kinds`: made from the folders `exercise/K` that hold `K.js`.
 * @type {import('esbuild').Plugin}
 */
const tableOfKinds = {
  name: 'exercise:kinds',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^exercise:kinds$/ }, ({ path }) => ({ path, namespace: 'kinds' }));
    onLoad({ filter: /.*/, namespace: 'kinds' }, async () => {
      const folders = (await readdir(`${theme}exercise`)).toSorted();
      const kinds = folders.filter((kind) => existsSync(`${theme}exercise/${kind}/${kind}.js`));
      const imports = kinds.map((kind) => `import { ${kind} } from './exercise/${kind}/${kind}.js';`);
      return { contents: `${imports.join('\n')}\nexport const kinds = { ${kinds.join(', ')} };`, resolveDir: theme };
    });
  },
};

/** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
const options = {
  bundle: true,
  // Packages that the scripts use: they are not below the theme.
  nodePaths: [fileURLToPath(new URL('node_modules', import.meta.url))],
  format: 'iife',
  minify: true,
  charset: 'utf8',
  target: ['chrome105', 'firefox115', 'safari16'],
  legalComments: 'none',
  metafile: true,
  write: false,
};
const { outputFiles, metafile } = await build({
  ...options,
  entryPoints: [...Object.keys(BUNDLES), ...Object.keys(OWN)].map((name) => `${theme}scripts/entry/${name}.js`),
  plugins: [tableOfKinds],
  outdir: `${theme}assets`,
  absWorkingDir: theme,
});

/** The editor of `mitate serve`, which is no part of a theme, with the licence of what it is made from. */
const edit = fileURLToPath(new URL('../../src/serve/edit/', import.meta.url));
const licence = (await readFile(new URL('node_modules/@codemirror/view/LICENSE', import.meta.url), 'utf8')).trim();
const editor = await build({
  ...options,
  entryPoints: { editor: `${edit}client/entry.js` },
  outdir: edit,
  banner: {
    js: `/*!\nThis file holds CodeMirror and Lezer (https://codemirror.net, https://lezer.codemirror.net).\n\n${licence}\n*/`,
  },
});
outputFiles.push(...editor.outputFiles);

/** The licences of the npm packages that the bundles contain; the release hands them out beside those of the crates. */
const LICENCES = fileURLToPath(new URL('../release/scripts.txt', import.meta.url));

/** @returns {Promise<string>} */
async function licences() {
  const inputs = [metafile, editor.metafile].flatMap((it) => Object.keys(it.inputs));
  const bundled = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const texts = [...new Set(bundled.filter((name) => name !== undefined))].toSorted().map(async (name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version, license } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no file with its licence`);
    const line = '='.repeat(80);
    return `${line}\n${license}: ${name} ${version}\n${line}\n\n${(await readFile(new URL(file, folder), 'utf8')).trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n');
}

let stale = 0;
let heavy = 0;
for (const output of outputFiles) {
  const { contents, text } = output;
  const name = basename(output.path, '.js');
  const own = OWN[/** @type {keyof typeof OWN} */ (name)];
  const path = own ?? output.path;
  const weight = gzipSync(contents).length;
  const limit = own || name === EDITOR ? Infinity : BUNDLES[name];
  console.log(`${basename(path)}: ${weight} bytes compressed`);
  if (weight > limit) {
    heavy += 1;
    console.error(`${basename(path)} weighs more than ${limit} bytes`);
  }
  if (!checking) continue;
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed === text) continue;
  stale += 1;
  console.error(`${path} is stale: run \`npm run build\` in tests/browser and commit it`);
}
const wanted = await licences();
if (checking && (await readFile(LICENCES, 'utf8').catch(() => '')) !== wanted) {
  stale += 1;
  console.error(`${LICENCES} is stale: run \`npm run build\` in tests/browser and commit it`);
}
if (!checking) {
  const { mkdir, writeFile } = await import('node:fs/promises');
  await mkdir(`${theme}assets`, { recursive: true });
  await writeFile(LICENCES, wanted);
  for (const { path, contents } of outputFiles) {
    await writeFile(OWN[/** @type {keyof typeof OWN} */ (basename(path, '.js'))] ?? path, contents);
  }
}
process.exitCode = stale > 0 || heavy > 0 ? 1 : 0;
