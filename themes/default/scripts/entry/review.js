/** Entry of assets/review.js: the page on which answers are commented on. */

import { startReview } from '../review/page.js';

void startReview();
