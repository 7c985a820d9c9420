/**
 * Entry of assets/transfer.js: answers out to a file and in from one. A page with forms loads it only when somebody
 * asks for it (work/transfer.js): most never do.
 */

import { loadFile, pickFile, rememberNames, saveFile, startConflicts, startRemarks } from '../answers/transfer.js';

Object.assign(window, {
  mitateTransfer: { loadFile, pickFile, rememberNames, saveFile, startConflicts, startRemarks },
});
