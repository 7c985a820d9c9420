/**
 * Entry of assets/draw.js, loaded with `defer` before work.js on pages where a diagram is built: what the kind `draw` does
 * beyond a form. `exercise/draw/draw.js` takes it from `globalThis.mitateDraw`, so that other pages need not load it.
 */

import { draw } from '../../exercise/draw/builder.js';

Reflect.set(globalThis, 'mitateDraw', draw);
