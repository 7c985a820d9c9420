/**
 * Entry of assets/transfer.js: what a page with forms loads only when it needs it (work/transfer.js), since most pages
 * never do: answers out to a file and in from one, remarks, and the choice between two texts.
 */

import { loadFile, pickFile, rememberNames, saveFile } from '../answers/transfer.js';
import { startConflicts } from '../work/conflict.js';
import { startRemarks } from '../worksheet/remarks.js';

/** @type {import('../work/transfer.js').Transfer} */
const mitateTransfer = { loadFile, pickFile, rememberNames, saveFile, startConflicts, startRemarks };

Object.assign(window, { mitateTransfer });
