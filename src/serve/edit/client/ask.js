/** Asking the server, one question after another: what is answered is about the text that was sent with it. */

/** @typedef {{ line: number, column: number }} EditorPlace  see places.rs */
/** @typedef {{ path: string, from: EditorPlace, to: EditorPlace }} PlaceInFile */
/** @typedef {PlaceInFile & { title: string, text: string }} Fix */
/**
 * @typedef {PlaceInFile & { code: string, severity: 'error' | 'warning', message: string, hint: string | null, fix: Fix | null }} TextProblem
 */
/** @typedef {{ version: number, good: boolean, problems: TextProblem[] }} CourseState */
/** @typedef {{ path: string, kind: string, id: string, title: string, url: string | null }} CourseDocument */

/** The server was started again, or this browser has not opened the address that the terminal showed. */
export class Lost extends Error {}

/** The server does not answer. */
export class Stopped extends Error {}

const token = () => localStorage.getItem('mitate-edit') ?? '';

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * The answer to a question. It is `{ refused }` where nothing was done.
 * @param {Record<string, unknown>} question
 * @returns {Promise<any>}
 */
export function ask(question) {
  const answer = last.then(() => send(question));
  last = answer.catch(() => {});
  return answer;
}

/** @param {Record<string, unknown>} question */
async function send(question) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch('/__mitate/edit/ask', request(question));
  } catch {
    throw new Stopped();
  }
  if (answer.status === 403) throw new Lost();
  if (!answer.ok) throw new Stopped();
  return answer.json();
}

/** Says something while the page goes; nobody waits for an answer. @param {Record<string, unknown>} question */
export function tell(question) {
  fetch('/__mitate/edit/ask', { ...request(question), keepalive: true }).catch(() => {});
}

/** @param {Record<string, unknown>} question @returns {RequestInit} */
function request(question) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mitate-token': token() },
    body: JSON.stringify(question),
  };
}
