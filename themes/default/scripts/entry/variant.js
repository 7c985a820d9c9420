/**
 * Entry of assets/variant.js, in the head of a form that there is in other words: goes to the page of the words that the reader
 * wants, before anything is shown.
 */

import { chooseVariant } from '../settings/variant.js';

chooseVariant();
