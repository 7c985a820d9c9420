/** Entry of assets/take.js, loaded by figure/ways.js when a drawing is saved: it becomes a picture of its own. */

import { pngOf, standalone } from '../figure/picture.js';

Reflect.set(globalThis, 'mitateTake', { pngOf, standalone });
