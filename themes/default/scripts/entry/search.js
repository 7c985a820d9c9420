/** Entry of assets/search.js, loaded by search/start.js when someone is about to search. */

import { load } from '../search/load.js';
import { attach } from '../search/search.js';

/** @type {(finder: import('../search/start.js').Finder) => void} */
const handOver = Reflect.get(window, 'mitateFinder');
handOver({ attach, load });
