/**
 * Ways out of the page: a file that the browser saves, the clipboard. Both work on local files.
 */

/** How long a saved file's content is kept for the browser to fetch. */
const KEPT = 60_000; // ms

/**
 * @param {BlobPart[]} parts
 * @param {string} name
 * @param {string} type  MIME type
 */
export function download(parts, name, type) {
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/**
 * The name of a file that is written now: the course, the day, the time; by the second, so that the files of two pages
 * do not meet.
 * @param {string} course
 * @param {string} ending
 * @param {Date} [now]
 */
export function fileName(course, ending, now = new Date()) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('');
  return `${course}-${day}-${time}.${ending}`;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}  false if the browser does not allow it
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, used if the browser refuses the new one. @param {string} text */
function copyBySelection(text) {
  const had = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  area.setAttribute('aria-hidden', 'true');
  // A modal dialog lets nothing outside it be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  area.remove();
  if (had instanceof HTMLElement) had.focus();
  return copied;
}
