/** Entry of sw.js, the service worker of a site with `offline: true`. */

import { startWorker } from '../offline/worker.js';

startWorker(/** @type {any} */ (globalThis));
