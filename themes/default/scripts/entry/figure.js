/** Entry of assets/figure.js, loaded with `defer` on pages that have drawings: they can be seen large and taken along. */

import { startFigures } from '../figure/ways.js';

startFigures();
