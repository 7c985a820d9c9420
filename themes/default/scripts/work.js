/**
 * Entry of assets/work.js, loaded with `defer` on pages that have forms. It binds the forms to the store of answers
 * and gives them what native controls lack. Without it the forms can be read, printed and written on by hand.
 */

import { startWork } from './work/start.js';

void startWork();
