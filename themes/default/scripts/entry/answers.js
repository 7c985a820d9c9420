/**
 * Entry of assets/answers.js, loaded with `defer` on the page "my answers". Without it the page says what it is and
 * that it needs scripts.
 */

import { startAnswers } from '../answers/page.js';

void startAnswers();
