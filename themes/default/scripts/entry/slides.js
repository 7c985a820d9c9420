/** Entry of assets/slides.js, loaded when a page is to be projected; it leaves there what begins it. */

import { project } from '../slides/projector.js';

Reflect.set(globalThis, 'mitateProject', project);
