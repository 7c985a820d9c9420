/**
 * Entry of assets/interview-map.js, which only the facilitators' edition and `mitate serve` have: the map of an interview. `exercise/dialogue/dialogue.js` loads it
 * when the map is opened, and takes it from `globalThis.mitateInterviewMap`.
 */

import { mapOf, turnsIn } from '../../exercise/dialogue/map.js';

Reflect.set(globalThis, 'mitateInterviewMap', { mapOf, turnsIn });
