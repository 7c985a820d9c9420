/**
 * Entry of assets/present.js, loaded with `defer` on the page of a meeting and on its presenter's view. Each line starts
 * one concern, and does nothing on a page that lacks its elements.
 */

import { startDesk } from '../present/desk.js';
import { startPresenter } from '../present/presenter.js';
import { startPrinting } from '../present/printing.js';
import { startRunSheet } from '../present/run-sheet.js';
import { startToday } from '../present/today.js';

startRunSheet();
startDesk();
startPrinting();
startToday();
startPresenter();
