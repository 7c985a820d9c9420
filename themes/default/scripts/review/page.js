/**
 * The page on which someone's answers are read and commented on, and on which comments come back beside one's own answers. What is read here
 * never goes into the store: the answers of another person are in the memory of this page only.
 */

import { loadCatalogue } from '../answers/catalogue.js';
import { download, fileName } from '../answers/download.js';
import { dropOn } from '../answers/drop.js';
import { answersIn, textOfChosen } from '../answers/chosen.js';
import { listing } from '../answers/list.js';
import { outlining } from '../answers/outline.js';
import { parseAddress } from '../answers/record.js';
import { inSlices } from '../answers/slices.js';
import { isShared } from '../answers/circumstances.js';
import { ask } from '../answers/dialog.js';
import { openOwnStore } from '../answers/whose.js';
import { make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { commentOf, putBeside } from './beside.js';
import { ReviewDraft, printOf } from './draft.js';
import { isReview, readingReview, textOf } from './file.js';
import { byReviewer, placed } from './places.js';

/**
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {{ title: string, works: Answered[], names: import('../answers/names.js').AllNames, print: string }} ReadAnswers
 *   print: of the file; empty: they are one's own
 */

export async function startReview() {
  const root = document.querySelector('[data-review]');
  if (!(root instanceof HTMLElement)) return;
  const catalogue = await loadCatalogue(document.documentElement.dataset.base ?? '').catch(() => undefined);
  if (catalogue) new ReviewPage(root, catalogue).start();
  else root.querySelector('[data-status]')?.append(word('catalogue-failed'));
}

class ReviewPage {
  #root;
  #catalogue;
  /** @type {ReadAnswers | undefined} */
  #read;
  /** @type {import('./file.js').Review[]} */
  #reviews = [];
  /** @type {ReviewDraft | undefined} */
  #draft;
  #queue = Promise.resolve();
  #turn = 0;

  /** @param {HTMLElement} root @param {import('../answers/catalogue.js').Catalogue} catalogue */
  constructor(root, catalogue) {
    this.#root = root;
    this.#catalogue = catalogue;
  }

  start() {
    const input = this.#root.querySelector('input[data-open]');
    if (input instanceof HTMLInputElement)
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = '';
        this.#run(() => this.#open(files));
      });
    dropOn(document.body, (files) => this.#run(() => this.#open(files)));
    this.#on('[data-own]', () => this.#run(() => this.#openOwn()));
    this.#on('[data-close]', () => this.#run(() => this.#close()));
    this.#on('[data-save]', () => this.#save());
    this.#on('[data-forget]', () => this.#run(() => this.#forget()));
    const name = this.#part('input[data-name]');
    if (name instanceof HTMLInputElement)
      name.addEventListener('input', () => {
        this.#draft?.rename(name.value);
        this.#sayKept();
      });
    // What another tab wrote meanwhile is here when someone comes back to this one.
    for (const event of ['focus', 'storage'])
      addEventListener(event, () => {
        if (this.#draft?.refresh()) this.#run(() => this.#show().then(() => ''));
      });
    addEventListener('beforeunload', (event) => {
      if (this.#draft?.isAtRisk) event.preventDefault();
    });
    this.#root.dataset.ready = '';
  }

  /** @param {string} selector @param {() => void} act */
  #on(selector, act) {
    this.#part(selector)?.addEventListener('click', act);
  }

  /** @param {string} selector */
  #part(selector) {
    return this.#root.querySelector(selector);
  }

  /** @param {string} text */
  #say(text) {
    const status = this.#part('[data-status]');
    if (status) status.textContent = text;
  }

  /** One thing after another. @param {() => Promise<string>} act */
  #run(act) {
    this.#queue = this.#queue.then(async () => {
      this.#root.setAttribute('aria-busy', 'true');
      this.#say(await act().catch(() => word('answers-tool-failed')));
      this.#root.removeAttribute('aria-busy');
    });
  }

  /** @param {File[]} files @returns {Promise<string>} */
  async #open(files) {
    const said = [];
    for (const file of files) said.push(await this.#openOne(file));
    // Reviews alone are about one's own answers.
    if (!this.#read && this.#reviews.length > 0) said.push(await this.#openOwn());
    else await this.#show();
    return said.filter((one) => one !== '').join(' ');
  }

  /** @param {File} file @returns {Promise<string>} */
  async #openOne(file) {
    const failed = (/** @type {string} */ why) => word('sign-label', { label: file.name, text: why });
    const chosen = await textOfChosen(file);
    if ('why' in chosen) return failed(chosen.why);
    const { text } = chosen;
    if (isReview(text)) {
      const read = await inSlices(readingReview(text, { course: this.#catalogue }));
      if (!read) return '';
      if (!read.ok) return failed(word(`import-${read.reason}`, read.detail));
      this.#reviews.push(read.review);
      return read.left > 0 ? failed(word('review-left', { n: read.left })) : '';
    }
    const read = await answersIn(text, this.#catalogue);
    if (read === '') return '';
    if (typeof read === 'string') return failed(read);
    if (!(await this.#mayLeave())) return '';
    const print = printOf(text);
    this.#read = { title: word('review-of-file', { file: file.name }), works: read.answers, names: read.names, print };
    this.#draft = new ReviewDraft(print);
    return '';
  }

  async #openOwn() {
    if (!(await this.#mayLeave())) return '';
    const store = await openOwnStore();
    const works = await store.all();
    this.#read = { title: word('review-own'), works, names: Object.create(null), print: '' };
    this.#draft = undefined;
    await this.#show();
    return works.length === 0 && store.state.ownFile ? word('review-own-file') : '';
  }

  async #close() {
    if (!(await this.#mayLeave())) return '';
    this.#read = undefined;
    this.#draft = undefined;
    this.#reviews = [];
    await this.#show();
    return '';
  }

  async #show() {
    const mine = ++this.#turn;
    const list = this.#part('[data-list]');
    if (!(list instanceof HTMLElement)) return;
    const read = this.#read;
    this.#root.dataset.reading = !read ? '' : read.print === '' ? 'own' : 'file';
    const title = this.#part('[data-title]');
    if (title) title.textContent = read?.title ?? '';
    const name = this.#part('input[data-name]');
    if (name instanceof HTMLInputElement) name.value = this.#draft?.reviewer.name ?? '';
    this.#sayKept();
    const box = make('div', 'review-list');
    if (read) {
      const outline = await inSlices(outlining(this.#catalogue, read.works, read.names));
      if (outline) await inSlices(listing(box, outline, { words: [], open: false, whole: true }, () => {}));
      const reviews = byReviewer(this.#reviews, (n) => word('review-unnamed', { n }));
      const { at, lost } = placed(read.works, reviews);
      putBeside(box, at, read.print === '' ? undefined : this.#writing());
      if (box.childElementCount === 0) box.append(make('p', 'answers-none', word('review-nothing')));
      if (lost.length > 0) box.prepend(lostOf(lost));
    }
    if (mine === this.#turn) list.replaceChildren(box);
  }

  /** @returns {import('./beside.js').CommentWriting} */
  #writing() {
    return {
      text: (address) => this.#draft?.text(address) ?? '',
      write: (address, text) => {
        const place = parseAddress(address);
        const work = this.#read?.works.find(({ key, sheet }) => key === place?.key && sheet === place.sheet);
        const entry = place && work?.fields[place.field];
        if (!this.#draft || !place || !work || !entry) return;
        const begun = work.fields['@begun']?.value;
        const comment = {
          ...place,
          ...(typeof begun === 'string' && begun !== '' && { begun }),
          about: entry.value,
          text,
          at: new Date().toISOString(),
        };
        this.#draft.write(address, text.trim() === '' ? undefined : comment);
        this.#sayKept();
      },
    };
  }

  /** Whether the draft is stored, and where. */
  #sayKept() {
    const line = this.#part('[data-kept]');
    if (!(line instanceof HTMLElement)) return;
    const isKept = this.#draft?.isKept ?? true;
    line.toggleAttribute('data-lost', !isKept);
    const words = word(!isKept ? 'review-not-kept' : isShared() ? 'review-kept-in-tab' : 'review-kept');
    if (line.textContent !== words) line.textContent = words;
  }

  /** Asks before comments are left that the browser does not store. */
  async #mayLeave() {
    if (!this.#draft?.isAtRisk) return true;
    const way = await ask(
      word('review-leave'),
      [word('review-not-kept')],
      [
        { name: 'save', words: word('review-leave-save'), look: 'primary' },
        { name: 'discard', words: word('review-leave-discard'), look: 'danger' },
        { name: '', words: word('cancel') },
      ],
    );
    if (way === 'save') this.#save();
    return way !== '';
  }

  /** Deletes the comments that are being written, and what they say of the answers. */
  async #forget() {
    if (!this.#draft) return '';
    const way = await ask(
      word('review-forget-title'),
      [word('review-forget-about')],
      [
        { name: 'delete', words: word('review-forget-yes'), look: 'danger' },
        { name: '', words: word('cancel') },
      ],
    );
    if (way === '') return '';
    this.#draft.remove();
    await this.#show();
    return word('review-forgotten');
  }

  #save() {
    if (!this.#draft || !this.#read) return;
    const { reviewer, comments } = this.#draft;
    const order = new Map(this.#read.works.map((work, at) => [`${work.key}#${work.sheet}`, at]));
    const written = comments.sort(
      (a, b) => (order.get(`${a.key}#${a.sheet}`) ?? 0) - (order.get(`${b.key}#${b.sheet}`) ?? 0),
    );
    if (written.length === 0) return this.#say(word('review-none'));
    const review = { reviewer, written: new Date().toISOString(), comments: written };
    const name = fileName(this.#catalogue.id, 'mitate-review.json');
    download([textOf(this.#catalogue, review)], name, 'application/json');
    this.#draft.exported();
    this.#say(word('exported', { file: name }));
  }
}

/** Comments whose answers are not here. @param {import('./places.js').PlacedComment[]} lost */
function lostOf(lost) {
  const items = lost.map((placedComment) => make('li', '', commentOf({ ...placedComment, isChanged: true })));
  return make('section', 'review-lost', make('h2', '', word('review-lost')), make('ul', 'plain', ...items));
}
