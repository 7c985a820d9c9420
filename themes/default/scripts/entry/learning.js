/** Entry of assets/learning.js, loaded by answers/page.js when the record of learning is opened. */

import { openLearning } from '../learning/panel.js';

Reflect.set(globalThis, 'mitateLearning', openLearning);
