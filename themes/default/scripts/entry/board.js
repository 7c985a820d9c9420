/** Entry of assets/board.js: the board of the facilitators’ edition, or the window of it that is projected. */

import { startBoard } from '../board/page.js';
import { startRoom } from '../board/room.js';

if (location.hash === '#room') startRoom();
else void startBoard();
