/**
 * The service worker of a site. It does nothing until a learner asks for the site offline. Then it answers for the files of the edition
 * that a page reads (keeper.js); all other requests go to the network as they were.
 */

import { pathOf, rangeOf } from './address.js';
import { Keeper } from './keeper.js';

/** @param {WorkerScope} scope */
export function startWorker(scope) {
  const root = scope.registration.scope;
  const keeper = new Keeper(scope, root);
  scope.addEventListener('install', () => void scope.skipWaiting());
  scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const path = request.method === 'GET' ? pathOf(root, request.url) : undefined;
    if (path === undefined || (request.cache === 'only-if-cached' && request.mode !== 'same-origin')) return;
    event.respondWith(answer(keeper, event, path));
  });
  scope.addEventListener('message', (event) => {
    const { source, data } = event;
    if (!source) return;
    const served = keeper.serve(data?.offline, source.id, data?.writes === true);
    const reply = async () => source.postMessage({ offline: await keeper.state(), answers: data.number });
    event.waitUntil(served.catch(() => {}).then(reply));
  });
}

/** The answer to a request for what is at `path`. @param {Keeper} keeper @param {WorkerFetch} event @param {string} path */
async function answer(keeper, event, path) {
  const { request } = event;
  const isPage = request.mode === 'navigate';
  const edition = isPage ? await keeper.opened(event) : await keeper.editionOf(event.clientId);
  const { file, folder, missing } = await keeper.find(edition, path);
  if (folder) {
    const to = new URL(request.url);
    to.pathname += '/';
    return Response.redirect(to.href);
  }
  if (file) return part(request, file);
  return fetch(request).catch((error) => {
    if (!isPage || !missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  });
}

/** The part of a stored file that a request asks for. @param {Request} request @param {Response} file */
async function part(request, file) {
  const range = request.headers.get('range');
  if (range === null) return file;
  const bytes = await file.arrayBuffer();
  const found = rangeOf(range, bytes.byteLength);
  if (found === 'whole') return new Response(bytes, { headers: file.headers });
  const headers = new Headers(file.headers);
  headers.set('content-range', `bytes ${found ? `${found.from}-${found.to - 1}` : '*'}/${bytes.byteLength}`);
  if (!found) return new Response(null, { status: 416, headers });
  return new Response(bytes.slice(found.from, found.to), { status: 206, headers });
}
