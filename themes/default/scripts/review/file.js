/**
 * The review file (`.mitate-review.json`): one reviewer's comments on the answers of one learner. It is someone else's text: a comment that is not
 * as it should be is left out, and the others are read. Each comment has the answer that it is about, so that a later change shows.
 *
 * Pure. The shape is published as src/answers/review.schema.json.
 *
 * @typedef {import('../answers/record.js').Value} Value
 * @typedef {{ key: string, sheet: number, field: string, begun?: string, about: Value, text: string, at: string }} ReviewComment
 * @typedef {{ id: string, name: string }} Reviewer
 * @typedef {{ reviewer: Reviewer, written: string, comments: ReviewComment[] }} Review
 * @typedef {{ ok: true, review: Review, left: number } | { ok: false, reason: import('../answers/file.js').Reason, detail: Record<string, string> }} ReadReview
 *   left: comments that were left out
 */

import { MAX_TEXT, courseFault, refuse } from '../answers/file.js';
import { currentKey } from '../answers/earlier.js';
import { JsonError, readingJson } from '../answers/json.js';
import {
  MAX_VALUE,
  addressOf,
  isField,
  isKey,
  isObject,
  isSheet,
  isSpecial,
  isTime,
  isValue,
  own,
} from '../answers/record.js';

export const FORMAT = 'mitate-review';
const VERSION = 1;
export const MAX_COMMENTS = 10_000;
export const MAX_COMMENT = 20_000; // characters
const MAX_NAME = 100;
const LIMITS = { depth: 8, nodes: 200_000, names: 20_000, text: MAX_VALUE };

/** Whether a file says that it is one, whatever else is in it. @param {string} text */
export const isReview = (text) => text.slice(0, 400).includes(`"${FORMAT}"`);

/** @param {{ id: string, title: string, revision: number | string | null }} course @param {Review} review */
export function textOf({ id, title, revision }, { reviewer, written, comments }) {
  const file = { format: FORMAT, version: VERSION, course: { id, title, revision }, reviewer, written, comments };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * @param {string} text
 * @param {{ course: { id: string, title: string } }} ours
 * @returns {Generator<void, ReadReview, void>}  in small steps
 */
export function* readingReview(text, { course }) {
  if (text.length > MAX_TEXT) return refuse('too-big');
  /** @type {unknown} */
  let file;
  try {
    file = yield* readingJson(text.replace(/^\ufeff/, ''), LIMITS);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return refuse(error.reason === 'cut-off' ? 'truncated' : error.reason);
  }
  if (!isObject(file) || own(file, 'format') !== FORMAT) return refuse('not-ours');
  const version = own(file, 'version');
  if (typeof version === 'number' && version > VERSION) return refuse('newer');
  if (version !== VERSION) return refuse('malformed');
  const fault = courseFault(file, course);
  if (fault) return fault;
  const [reviewer, written, comments] = [
    reviewerIn(own(file, 'reviewer')),
    own(file, 'written'),
    own(file, 'comments'),
  ];
  if (!reviewer || !isTime(written) || !Array.isArray(comments)) return refuse('malformed');
  return yield* commentsIn(comments, reviewer, written);
}

/** @param {unknown[]} given @param {Reviewer} reviewer @param {string} written @returns {Generator<void, ReadReview, void>} */
function* commentsIn(given, reviewer, written) {
  /** @type {Map<string, ReviewComment>} */
  const kept = new Map();
  for (const one of given.slice(0, MAX_COMMENTS)) {
    yield;
    const comment = commentOf(one);
    if (comment) kept.set(addressOf(comment.key, comment.sheet, comment.field), comment);
  }
  const comments = [...kept.values()];
  return { ok: true, review: { reviewer, written, comments }, left: given.length - comments.length };
}

/** @param {unknown} given @returns {Reviewer | undefined} */
function reviewerIn(given) {
  if (!isObject(given)) return undefined;
  const [id, name] = [own(given, 'id'), own(given, 'name')];
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id) || typeof name !== 'string') return undefined;
  return { id, name: name.trim().slice(0, MAX_NAME) };
}

/** @param {unknown} given @returns {ReviewComment | undefined} */
export function commentOf(given) {
  if (!isObject(given)) return undefined;
  const [key, sheet, field] = ['key', 'sheet', 'field'].map((name) => own(given, name));
  const [begun, about, text, at] = ['begun', 'about', 'text', 'at'].map((name) => own(given, name));
  const isPlace =
    typeof key === 'string' &&
    isKey(key) &&
    isSheet(sheet) &&
    typeof field === 'string' &&
    isField(field) &&
    !isSpecial(field);
  if (!isPlace || !isValue(about) || !isTime(at)) return undefined;
  if (typeof text !== 'string' || text.trim() === '' || text.length > MAX_COMMENT) return undefined;
  return { key: currentKey(key), sheet, field, ...(isTime(begun) && { begun }), about, text, at };
}
