/**
 * Entry of assets/offline.js, loaded with `defer` on every page of a site with `offline: true`. Until the learner opens the settings or
 * has asked for the site offline, it asks for nothing.
 */

import { startOffline } from '../offline/page.js';

startOffline();
