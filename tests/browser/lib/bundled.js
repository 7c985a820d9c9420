/**
 * A script of the theme that uses a package, for unit tests: Node finds packages only below the folder of who asks for them.
 */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @param {string} script  below `scripts/` @returns {Promise<any>} */
export async function bundled(script) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../../themes/default/scripts/${script}`, import.meta.url))],
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
