/** Entry of assets/slides.js, loaded when a page is to be projected; it leaves there what begins it. */

import { showLectern } from '../slides/lectern.js';
import { project } from '../slides/projector.js';

/** @param {{ isLectern?: boolean, goesBack?: boolean, anchor?: string }} how */
const begin = ({ isLectern, ...how }) => (isLectern ? showLectern() : project(how));
Reflect.set(globalThis, 'mitateProject', begin);
