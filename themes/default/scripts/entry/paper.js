/** Entry of assets/paper.js, loaded by work/word.js when a form is saved as a Word file. */

import { savePaper } from '../papers/save.js';

Reflect.set(globalThis, 'mitateSavePaper', savePaper);
