/**
 * An LMS as the course sees it. SCORM 1.2, SCORM 2004 and cmi5 are three of these; which one a course uses, its package says.
 *
 * What must be done when a page goes is done at once: an adapter awaits nothing before the last of it is on its way.
 *
 * @typedef {{ text: string, place: string }} LmsRecord  the copy of the answers, and the page that was left
 * @typedef {LmsRecord & { short?: () => string }} Kept  short: the copy in what every LMS holds, where this one takes no more
 * @typedef {{ id: string, name: string, text: string, at: string }} Said  an answer that a trainer can read. id: of ASCII signs
 * @typedef {'kept' | 'failed'} Saved
 *
 * @typedef {object} Adapter
 * @property {number} sure  UTF-16 units that the LMS must hold
 * @property {number} most  that it may hold
 * @property {string} learner  what the LMS calls the learner; empty before `restore`
 * @property {() => Promise<LmsRecord>} restore  begins the session; rejects if the LMS cannot be used
 * @property {(news: { isCompleted?: boolean, said: Said[] }) => Promise<boolean>} report
 *   what a trainer sees; without `isCompleted` nothing of progress. Called before `save`
 * @property {(held: Kept, isLast: boolean) => Promise<Saved>} save  isLast: the page is hidden or goes
 * @property {(isLast: boolean) => Promise<void>} finish  ends the session, to be gone on with
 * @property {string} returnUrl  where the LMS goes on after the course; empty if it does not say
 */

/** A text in pieces of at most `most` UTF-16 units, none of which ends within a sign. @param {string} text @param {number} most */
export function piecesOf(text, most) {
  const pieces = [];
  for (let from = 0; from < text.length;) {
    const isWithin = /[\ud800-\udbff]/.test(text[from + most - 1] ?? '') && from + most < text.length;
    const to = from + most - (isWithin ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
