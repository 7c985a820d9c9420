/** The desk: one text at the left, the page that is made from it at the right, what is wrong below. */

import { setDiagnostics } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { Lost, ask, tell } from './ask.js';
import { EditorState, EditorView, extensions, fields } from './code.js';
import { button, element } from './dom.js';
import { forget, keep, kept, keptPaths } from './kept.js';
import { storePictures } from './pictures.js';
import { offset, place } from './places.js';
import { say } from './words.js';

/** @typedef {import('./ask.js').TextProblem} TextProblem */
/** @typedef {import('./ask.js').Fix} Fix */
/** @typedef {import('./ask.js').CourseDocument} CourseDocument */

/**
 * A text that is open.
 * @typedef {object} OpenText
 * @property {string} path
 * @property {string | null} base  what the file is known by that the text was made from; null if it is gone
 * @property {string} saved  the text of that file
 * @property {EditorState} state  while another text is shown
 * @property {number} top  how far it was scrolled then
 */

const frame = element('iframe', { name: 'mitate-page', title: say('page') });
const picker = element('select', { 'aria-label': say('document') });
const save = button(say('save'), () => void saveText(), { class: 'save', 'aria-keyshortcuts': 'Control+S' });
const status = element('p', { class: 'status', role: 'status' });
const code = element('div', { class: 'code' });
const conflict = element('div', { class: 'conflict', role: 'alert', hidden: true });
const list = element('ol', { class: 'list' });
const count = element('span', { class: 'count' });
const problemsBox = element(
  'details',
  { class: 'problems' },
  element('summary', {}, say('problems'), ' ', count),
  list,
);
const back = element('a', { class: 'back' }, say('back'));

/** @type {EditorView | null} */
let view = null;
/** @type {OpenText | null} */
let shown = null;
/** @type {Map<string, OpenText>} */
const open = new Map();
/** @type {CourseDocument[]} */
let documents = [];
/** @type {TextProblem[]} */
let problems = [];
let isGood = true;
/** Whether a text was typed that the server does not have. */
let isBehind = false;
let isAsking = false;
/** How often a text was asked for: only the last one is shown. */
let openings = 0;
let isSaving = false;

/** @type {import('./code.js').Doer} */
const doer = {
  path: () => shown?.path ?? '',
  typed: () => void follow(),
  save: () => void saveText(),
  jump: (from, at) => void jump(from, at),
  pictures: (files, at) => {
    const editor = view;
    if (!editor) return;
    void attempt(async () => {
      const refusal = await storePictures(editor, doer.path(), files, at, doer.path);
      if (refusal) refuse(refusal);
    });
  },
};

/** Builds the page, and opens the text that the address asks for. */
export async function begin() {
  document.body.append(
    element(
      'header',
      { class: 'bar' },
      element('h1', {}, say('title')),
      element('label', { class: 'document' }, element('span', {}, say('document')), picker),
      save,
      status,
      back,
    ),
    element(
      'main',
      { class: 'desk' },
      element('section', { class: 'text', 'aria-label': say('code') }, conflict, code, problemsBox),
      frame,
    ),
  );
  picker.addEventListener('change', () => void choose(picker.value));
  frame.addEventListener('load', () => void pageShown());
  // A reload keeps what was typed, but closing the tab does not, and they cannot be distinguished.
  addEventListener('beforeunload', (event) => {
    if ([...open.keys()].some(isDirty)) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    rememberAll();
    for (const path of open.keys()) tell({ ask: 'close', path });
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  document.addEventListener('visibilitychange', rememberAll);
  listen();
  await attempt(async () => {
    await reread();
    const page = new URLSearchParams(location.hash.slice(1)).get('page') ?? '/';
    showPage(page);
    const named = sessionStorage.getItem('mitate-edit-path');
    // A reload shows the text that was open; the button of another page shows that page's.
    const path = named && sessionStorage.getItem('mitate-edit-page') === page ? named : documentAt(page)?.path;
    sessionStorage.setItem('mitate-edit-page', page);
    if (path) await openText(path);
    else say404();
  });
}

/** Does something that asks the server, and says so where it does not answer. @param {() => Promise<unknown>} act */
async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    status.textContent = say(error instanceof Lost ? 'lost' : 'stopped');
    status.dataset.state = 'fault';
    return false;
  }
}

function say404() {
  status.textContent = say('no-document');
}

/** Reads what the course has again. */
async function reread() {
  const course = await ask({ ask: 'course' });
  documents = course.documents;
  take(course);
  fillPicker();
}

// --- the page -------------------------------------------------------------------------------------------------------

/** The path of a page in the site, as documents have it. @param {string} address */
const sitePath = (address) => {
  const path = decodeURIComponent(address.split('#')[0].replace(/^\//, ''));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** The document of a page, or of the exercise that an address names. @param {string} address */
function documentAt(address) {
  const path = sitePath(address);
  const anchor = address.split('#')[1];
  const exercise = anchor && documents.find(({ url }) => url === `${path}#${decodeURIComponent(anchor)}`);
  return exercise || documents.find(({ url }) => url === path);
}

/** @param {string} address */
function showPage(address) {
  const target = new URL(address, location.origin);
  if (frame.src === '') frame.src = target.href;
  else frame.contentWindow?.location.assign(target.href);
}

/** Another page is shown: what it shows comes first among the documents. */
function pageShown() {
  const address = frame.contentWindow?.location.pathname ?? '/';
  back.href = address;
  fillPicker();
}

function fillPicker() {
  const address = frame.contentWindow?.location.pathname ?? '/';
  const path = address === 'blank' ? '' : sitePath(address);
  const isOn = (/** @type {CourseDocument} */ it) => it.url === path || it.url?.split('#')[0] === path;
  /** @param {CourseDocument} it */
  const option = (it) => {
    const made = element(
      'option',
      { value: it.path },
      `${isDirty(it.path) ? '● ' : ''}${it.title || it.id || it.path} — ${it.path}`,
    );
    made.selected = it.path === shown?.path;
    return made;
  };
  const on = documents.filter(isOn);
  const others = documents.filter((it) => !isOn(it));
  picker.replaceChildren(
    element('optgroup', { label: say('on-page') }, ...on.map(option)),
    element('optgroup', { label: say('others') }, ...others.map(option)),
  );
}

/** A document was chosen: its text, and its page if it has one. @param {string} path */
async function choose(path) {
  await attempt(() => openText(path));
  const url = documents.find((it) => it.path === path)?.url;
  if (url && frame.contentWindow?.location.pathname !== `/${url.split('#')[0]}`) showPage(`/${url}`);
}

// --- the text -------------------------------------------------------------------------------------------------------

/** @param {string} path */
function isDirty(path) {
  const it = open.get(path);
  if (!it) return false;
  const state = it === shown && view ? view.state : it.state;
  return it.base === null || state.doc.toString() !== it.saved;
}

/** Shows the text at `path`, as it was left in this tab or as it is in its file. @param {string} path */
async function openText(path) {
  const turn = ++openings;
  if (shown?.path === path) return;
  let it = open.get(path);
  /** The file's text, where it and the text that was left here both changed. @type {{ text: string, base: string } | null} */
  let other = null;
  if (!it) {
    const answer = await ask({ ask: 'open', path });
    // Another text was chosen meanwhile.
    if (turn !== openings) return;
    const left = kept(path);
    if (answer.refused && !(answer.refused === 'gone' && left)) return refuse(answer);
    const isLeftAlone = left !== null && left.saved === left.state.doc;
    const state = () => EditorState.fromJSON(left?.state, { extensions: extensions(doer, path) }, fields);
    if (answer.refused) it = { path, base: null, saved: left?.saved ?? '', state: state(), top: 0 };
    else if (left && (left.base === answer.base || !isLeftAlone)) {
      if (left.base !== answer.base) other = answer;
      it = { path, base: left.base, saved: left.saved, state: state(), top: left.top };
    } else it = { path, base: answer.base, saved: answer.text, state: fresh(path, answer.text), top: 0 };
    open.set(path, it);
    if (!answer.refused) take(answer);
  }
  // Only now: what was typed while the other text was on its way is kept, too.
  leave();
  shown = it;
  sessionStorage.setItem('mitate-edit-path', path);
  if (view) view.setState(it.state);
  else view = new EditorView({ state: it.state, parent: code });
  view.scrollDOM.scrollTop = it.top;
  view.focus();
  fillPicker();
  mark();
  if (it.base === null) showConflict(it, null);
  else if (other) showConflict(it, other);
  isBehind = true;
  await follow();
}

/** @param {string} path @param {string} text */
const fresh = (path, text) => EditorState.create({ doc: text, extensions: extensions(doer, path) });

/** Leaves the text that is shown. */
function leave() {
  if (shown && view && !conflict.hidden) view.setState(withoutMerge(shown, view.state).state);
  conflict.hidden = true;
  if (!shown || !view) return;
  shown.state = view.state;
  shown.top = view.scrollDOM.scrollTop;
  remember(shown);
}

/** @param {OpenText} it */
function remember(it) {
  const state = it === shown && view ? view.state : it.state;
  const top = it === shown && view ? view.scrollDOM.scrollTop : it.top;
  keep(it.path, { base: it.base, saved: it.saved, state: state.toJSON(fields), top });
}

function rememberAll() {
  for (const it of open.values()) remember(it);
}

/** Sends what was typed, and again what was typed meanwhile: the server says when it is ready for more. */
async function follow() {
  isBehind = true;
  showState();
  if (isAsking) return;
  isAsking = true;
  while (isBehind && shown && view && !view.composing) {
    isBehind = false;
    const [it, { doc }] = [shown, view.state];
    const isHeard = await attempt(async () => {
      const answer = await ask({ ask: 'type', path: it.path, text: doc.toString() });
      if (answer.refused) return refuse(answer);
      if (it !== shown || view?.state.doc !== doc) {
        isBehind = true;
        return;
      }
      take(answer);
      if (conflict.hidden) await notice(it, answer.disk);
    });
    if (!isHeard) break;
  }
  isAsking = false;
  if (shown) remember(shown);
}

/** The file of a text was changed by someone else: a text that was left alone becomes the file's. @param {OpenText} it @param {string | null} disk */
async function notice(it, disk) {
  if (disk === it.base || isDirty(it.path) || disk === null) return;
  const answer = await ask({ ask: 'open', path: it.path });
  if (answer.refused || it !== shown || isDirty(it.path)) return;
  it.base = answer.base;
  it.saved = answer.text;
  replaceText(answer.text);
}

/** Changes the text where it differs, so that the cursor stays. @param {string} text */
function replaceText(text) {
  if (!view) return;
  const old = view.state.doc.toString();
  let from = 0;
  while (from < old.length && from < text.length && old[from] === text[from]) from++;
  let tail = 0;
  const most = Math.min(old.length, text.length) - from;
  while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  view.dispatch({ changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) } });
}

// --- saving ---------------------------------------------------------------------------------------------------------

async function saveText() {
  // A second question would be asked with the base of the first.
  if (!shown || !view || isSaving) return;
  const it = shown;
  const text = view.state.doc.toString();
  isSaving = true;
  await attempt(async () => {
    const answer = await ask({ ask: 'save', path: it.path, text, base: it.base });
    if (answer.refused === 'changed') return showConflict(it, answer.base === null ? null : answer);
    if (answer.refused) return refuse(answer);
    it.base = answer.base;
    it.saved = text;
    take(answer);
    remember(it);
    await reread();
  });
  isSaving = false;
}

/**
 * Shows what the file has now beside what is here. If another text is shown by now, the conflict is found again by the next save.
 * @param {OpenText} it
 * @param {{ text: string, base: string } | null} theirs  null if it is gone
 */
function showConflict(it, theirs) {
  if (!view || it !== shown) return;
  const editor = view;
  const over = () => {
    conflict.hidden = true;
    const { doc, selection } = editor.state;
    // The history goes on: what was given up comes back by undoing.
    const { state } = withoutMerge(it, editor.state);
    editor.setState(state);
    editor.dispatch({ selection: selection.main.to <= doc.length ? selection : undefined });
    editor.focus();
  };
  const mine = button(say('conflict-mine'), () => {
    it.base = theirs?.base ?? null;
    it.saved = theirs?.text ?? it.saved;
    over();
    void saveText();
  });
  const take = button(say('conflict-theirs'), () => {
    if (!theirs) return;
    it.base = theirs.base;
    it.saved = theirs.text;
    over();
    replaceText(theirs.text);
  });
  conflict.replaceChildren(
    element('p', {}, say(theirs ? 'conflict' : 'conflict-gone')),
    element('div', { class: 'choices' }, mine, theirs ? take : null),
  );
  conflict.hidden = false;
  if (theirs) {
    const merge = unifiedMergeView({ original: theirs.text, mergeControls: false });
    const { state } = withoutMerge(it, editor.state, [merge]);
    editor.setState(state);
  }
  mine.focus();
}

/** The same text and history with other extensions. @param {OpenText} it @param {EditorState} state @param {import('@codemirror/state').Extension[]} [more] */
function withoutMerge(it, state, more = []) {
  const json = state.toJSON(fields);
  return { state: EditorState.fromJSON(json, { extensions: [extensions(doer, it.path), more] }, fields) };
}

/** @param {{ refused: string, reason?: string }} answer */
function refuse({ refused, reason }) {
  const known = ['no-text', 'there', 'no-document'].includes(refused);
  status.textContent = known ? say(refused) : `${say('refused')} ${reason ?? ''}`;
  status.dataset.state = 'fault';
}

// --- what is wrong --------------------------------------------------------------------------------------------------

/** Takes what the server says of the course. @param {import('./ask.js').CourseState} state */
function take(state) {
  problems = state.problems;
  isGood = state.good;
  mark();
  showState();
}

function showState() {
  const words = shown && isDirty(shown.path) ? say('unsaved') : shown ? say('saved') : '';
  status.textContent = [words, isGood ? '' : say('page-behind')].filter(Boolean).join(' · ');
  status.dataset.state = isGood ? '' : 'behind';
  const isSaved = !shown || !isDirty(shown.path);
  if (save.disabled !== isSaved) {
    save.disabled = isSaved;
    fillPicker();
  }
}

/** Marks what is wrong in the text, and lists what is wrong anywhere. */
function mark() {
  if (view && shown) {
    const { doc } = view.state;
    const own = problems.filter(({ path }) => path === shown?.path);
    const marks = own.map((it) => ({
      from: offset(doc, it.from),
      to: offset(doc, it.to),
      severity: it.severity,
      message: it.hint ? `${it.message}\n${it.hint}` : it.message,
      actions: it.fix ? [{ name: it.fix.title, apply: () => void mend(/** @type {Fix} */ (it.fix)) }] : [],
    }));
    view.dispatch(
      setDiagnostics(
        view.state,
        marks.toSorted((a, b) => a.from - b.from),
      ),
    );
  }
  count.textContent = say('state-problems', { count: problems.length });
  problemsBox.dataset.count = String(problems.length);
  list.replaceChildren(...problems.map(listed));
  if (problems.length === 0) list.append(element('li', {}, say('no-problems')));
}

/** @param {TextProblem} problem */
function listed(problem) {
  const { path, from, message, hint, fix, severity } = problem;
  const where = button(`${path}:${from.line}:${from.column + 1}`, () => void go(path, from), { class: 'place' });
  return element(
    'li',
    { 'data-severity': severity },
    element('p', { class: 'message' }, message),
    hint ? element('p', { class: 'hint' }, hint) : null,
    element('p', { class: 'acts' }, where, fix ? button(fix.title, () => void mend(fix), { class: 'fix' }) : null),
  );
}

/** Makes the change that fixes something. @param {Fix} fix */
async function mend(fix) {
  await attempt(() => openText(fix.path));
  // Its place is that of the text which the server knows.
  if (!view || shown?.path !== fix.path || isBehind || isAsking) return;
  const { doc } = view.state;
  const changes = { from: offset(doc, fix.from), to: offset(doc, fix.to), insert: fix.text };
  view.dispatch({ changes, userEvent: 'input.complete', scrollIntoView: true });
  view.focus();
}

/** Goes to a place of a text. @param {string} path @param {import('./ask.js').EditorPlace} at */
async function go(path, at) {
  await attempt(() => openText(path));
  if (!view || shown?.path !== path) return;
  view.dispatch({ selection: { anchor: offset(view.state.doc, at) }, scrollIntoView: true });
  view.focus();
}

/** @param {EditorView} from @param {number} at */
async function jump(from, at) {
  const { doc } = from.state;
  await attempt(async () => {
    const found = await ask({ ask: 'definition', path: doer.path(), text: doc.toString(), at: place(doc, at) });
    if (found?.path) await go(found.path, found.from);
  });
}

// --- what others change ---------------------------------------------------------------------------------------------

/** Looks again after every change of the course that this tab has not made. */
function listen() {
  const source = new EventSource('/__mitate/events');
  source.addEventListener('state', () => {
    if (isAsking) return;
    void attempt(async () => {
      await reread();
      if (!shown || isBehind || !conflict.hidden) return;
      // This tab sends no text: another one may hold a text of the same file.
      const it = shown;
      const { disk } = await ask({ ask: 'look', path: it.path });
      await notice(it, disk ?? null);
    });
  });
  addEventListener('pagehide', () => source.close());
}

// What is no text of this editor is forgotten.
for (const path of keptPaths()) {
  const left = kept(path);
  if (!left) forget(path);
}
