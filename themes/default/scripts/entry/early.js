/**
 * Runs in the head, before the first paint: puts the saved settings on <html>, so that no page is ever shown in
 * the wrong theme or size first. Also says to the style sheet that scripts run.
 *
 * Bundled alone to assets/early.js; it must stay tiny and must not touch the body.
 */

import { arrive } from '../settings/carry.js';
import { apply, read } from '../settings/saved.js';

document.documentElement.dataset.scripts = 'on';
apply(read());
arrive();
