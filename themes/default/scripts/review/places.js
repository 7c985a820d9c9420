/**
 * Where the comments of reviews belong among answers: at the same field of the same attempt, and whether the answer has changed since.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('./file.js').Review} Review
 * @typedef {import('./file.js').ReviewComment} ReviewComment
 * @typedef {{ reviewer: string, comment: ReviewComment, isChanged: boolean }} PlacedComment  reviewer: how the reviewer is called
 * @typedef {{ at: Map<string, PlacedComment[]>, lost: PlacedComment[] }} PlacedComments  by address; lost: their answer is not here
 */

import { addressOf, equal } from '../answers/record.js';

/**
 * @param {Answered[]} works
 * @param {{ called: string, review: Review }[]} reviews
 * @returns {PlacedComments}
 */
export function placed(works, reviews) {
  const sheets = new Map(works.map((work) => [`${work.key}#${work.sheet}`, work]));
  const begun = new Map(
    works.flatMap((work) => {
      const at = work.fields['@begun']?.value;
      return typeof at === 'string' ? [/** @type {[string, Answered]} */ ([`${work.key} ${at}`, work])] : [];
    }),
  );
  /** @type {PlacedComments} */
  const found = { at: new Map(), lost: [] };
  for (const { called, review } of reviews) {
    for (const comment of review.comments) {
      // An attempt that got another number is the same one; another attempt under this number is not.
      const work = comment.begun
        ? begun.get(`${comment.key} ${comment.begun}`)
        : sheets.get(`${comment.key}#${comment.sheet}`);
      const entry = work && Object.hasOwn(work.fields, comment.field) ? work.fields[comment.field] : undefined;
      const one = { reviewer: called, comment, isChanged: !entry || !equal(entry.value, comment.about) };
      if (!work || !entry) {
        found.lost.push(one);
        continue;
      }
      const address = addressOf(work.key, work.sheet, comment.field);
      found.at.set(address, [...(found.at.get(address) ?? []), one]);
    }
  }
  return found;
}

/**
 * The reviews by reviewer: of two files of one reviewer the newest counts, and no reviewer replaces another.
 * @param {Review[]} reviews
 * @param {(n: number) => string} unnamed
 * @returns {{ called: string, review: Review }[]}
 */
export function byReviewer(reviews, unnamed) {
  /** @type {Map<string, Review>} */
  const newest = new Map();
  for (const review of reviews) {
    const known = newest.get(review.reviewer.id);
    if (!known || known.written < review.written) newest.set(review.reviewer.id, review);
  }
  const all = [...newest.values()];
  const names = all.map(({ reviewer }, at) => reviewer.name || unnamed(at + 1));
  // Two reviewers of one name get a number.
  return all.map((review, at) => ({
    called: names.filter((name) => name === names[at]).length > 1 ? `${names[at]} ${at + 1}` : names[at],
    review,
  }));
}
