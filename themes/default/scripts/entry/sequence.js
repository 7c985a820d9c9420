/**
 * Entry of assets/sequence.js, loaded before assets/work.js on pages whose form is filled again and again, or is compared
 * with another form: it leaves there what starts them, and work.js calls it with the form that it has bound.
 */

import { startSequence } from '../sequence/start.js';

Reflect.set(globalThis, 'mitateSequence', startSequence);
