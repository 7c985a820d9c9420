/**
 * Pages as a reader with a slow machine meets them: `node benches/page.mjs SITE [PATH…]` serves the folder SITE (as a server does,
 * compressed) and prints for each page, with the processor slowed to a sixth: first contentful paint, when it can be used, the
 * shift of its layout, and what it weighs. Medians of five visits with an empty cache. SITE can also be a course that is one file
 * (`mitate package --as html`): it is opened from the disk. Needs `npm ci` in tests/browser.
 */

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const { chromium } = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const SLOWED = 6;
const VISITS = 5;
const QUIET = 1000; // ms after the last long task

const [site, ...asked] = process.argv.slice(2);
if (!site) throw new Error('node benches/page.mjs SITE [PATH…]');
const paths = asked.length > 0 ? asked : ['index.html', 'search/index.html'];

const server = createServer((request, response) => {
  try {
    const path = join(site, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    const file = statSync(path).isDirectory() ? join(path, 'index.html') : path;
    const body = gzipSync(readFileSync(file));
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const home = site.endsWith('.html') ? `${pathToFileURL(site).href}?/` : `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.MITATE_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});

/** In the page: keeps what happens to it. */
function observe() {
  const seen = { shift: 0, longest: 0, busyUntil: 0 };
  Object.assign(window, { __seen: seen });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) seen.shift += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      seen.longest = Math.max(seen.longest, task.duration);
      seen.busyUntil = Math.max(seen.busyUntil, task.startTime + task.duration);
    }
  }).observe({ type: 'longtask', buffered: true });
}

async function visit(path) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = { document: 0, stylesheet: 0, script: 0 };
  const kinds = new Map();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind in bytes) bytes[kind] += encodedDataLength;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.addInitScript(observe);
  await page.goto(home + path, { waitUntil: 'load' });
  // One file shows the page after its own document.
  await page.waitForFunction(
    () => document.documentElement.dataset.kind !== undefined && document.readyState === 'complete',
  );
  await page.waitForFunction(
    (quiet) =>
      performance.now() >
      Math.max(window.__seen.busyUntil, performance.timing.loadEventEnd - performance.timing.navigationStart) + quiet,
    QUIET,
  );
  // Down to its end: what comes into view must not move what is read.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    }
  });
  const times = await page.evaluate(() => {
    const [{ domContentLoadedEventEnd }] = performance.getEntriesByType('navigation');
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    const { shift, longest, busyUntil } = window.__seen;
    return { paint, interactive: Math.max(domContentLoadedEventEnd, busyUntil), shift, longest };
  });
  await context.close();
  return { ...times, ...bytes };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(
  '| page | first contentful paint | interactive | longest task | layout shift | HTML | CSS | JS |\n|---|---|---|---|---|---|---|---|',
);
for (const path of paths) {
  const visits = [];
  for (let n = 0; n < VISITS; n++) visits.push(await visit(path));
  const of = (name) => median(visits.map((it) => it[name]));
  const ms = (name) => `${of(name).toFixed(0)} ms`;
  const kb = (name) => `${(of(name) / 1000).toFixed(1)} KB`;
  console.log(
    `| ${path} | ${ms('paint')} | ${ms('interactive')} | ${ms('longest')} | ${of('shift').toFixed(4)} | ${kb('document')} | ${kb('stylesheet')} | ${kb('script')} |`,
  );
}
await browser.close();
server.close();
