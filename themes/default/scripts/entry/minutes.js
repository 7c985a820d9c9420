/** Entry of assets/minutes.js: minutes of a meeting as a file, and rows from one. Loaded when one of its buttons is pressed. */

import { giveMinutes, takeMinutes } from '../worksheet/minutes-file.js';

Object.assign(window, { mitateMinutes: { giveMinutes, takeMinutes } });
