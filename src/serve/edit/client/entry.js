/** The editor beside the page: see mod.rs. */

import { begin } from './desk.js';

void begin();
