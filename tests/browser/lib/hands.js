/**
 * Hands that answer as a learner does: with a mouse, with a finger, or with the keyboard alone. One way for both
 * drivers. A hand reaches only what can be reached: what is covered, hidden or not in the order of focus fails.
 *
 * @typedef {object} Page  what both drivers have
 * @property {(act: any, arg?: any) => Promise<any>} evaluate
 * @property {(url: string) => Promise<unknown>} goto
 * @property {() => Promise<unknown>} reload
 * @property {{ press(key: any): Promise<void>, type(text: string): Promise<void>, down(key: any): Promise<void>, up(key: any): Promise<void> }} keyboard
 *
 * @typedef {object} Hand
 * @property {(selector: string) => Promise<void>} tick  a radio button or a checkbox
 * @property {(selector: string, value: string) => Promise<void>} choose  from a list
 * @property {(selector: string, text: string) => Promise<void>} write
 * @property {(selector: string) => Promise<void>} press  a button, a summary, a link
 */

import { PATIENCE } from './patience.js';

const MOST_TABS = 400;
/** How near, in pixels, the second press of a double click is to the first, at most. */
const DOUBLE = 60;
const ARRIVAL = PATIENCE / 4; // ms until a click must have come

/** @param {number} ms */
const wait = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Waits until something is true in the page, and hands on what it is.
 * @template T, A
 * @param {Page} page
 * @param {(arg: A) => T | Promise<T>} act  runs in the page
 * @param {A} arg
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(page, act, arg) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await page.evaluate(act, arg);
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came true: ${act} with ${JSON.stringify(arg)}`);
    await wait(30);
  }
}

/** Opens what is behind a fold. @param {Page} page */
export const unfold = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details.more')) fold.setAttribute('open', '');
  });

/** Every form of the page has let its answers in, and there is one; what is behind a fold is opened. @param {Page} page */
export const answersAreIn = (page) =>
  until(
    page,
    () => {
      for (const fold of document.querySelectorAll('details.more:not([open])')) fold.setAttribute('open', '');
      const lines = [...document.querySelectorAll('[data-save-line]')];
      return lines.length > 0 && lines.every((line) => line instanceof HTMLElement && line.dataset.state);
    },
    undefined,
  );

/** "My answers" has said what it has done: it says nothing from the press on until then. @param {Page} page */
export const hasSaid = (page) =>
  until(page, () => document.querySelector('[data-answers-tools] [data-status]')?.textContent, undefined);

/** A date is chosen in the browser's own calendar, which no driver reaches. @param {Page} page @param {string} selector @param {string} value */
async function writeDate(page, selector, value) {
  await page.evaluate(
    (/** @type {[string, string]} */ [where, text]) => {
      const input = document.querySelector(where);
      if (!(input instanceof HTMLInputElement)) throw new Error(`no ${where}`);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value],
  );
}

/** @param {Page} page @param {string} selector */
const isDate = (page, selector) =>
  page.evaluate(
    (/** @type {string} */ where) => document.querySelector(where)?.getAttribute('type') === 'date',
    selector,
  );

/**
 * A mouse or a finger.
 * @param {Page} page
 * @param {(x: number, y: number) => Promise<void>} point  clicks or taps
 * @param {(selector: string, value: string) => Promise<unknown>} choose
 * @returns {Hand}
 */
export function pointing(page, point, choose) {
  /** Where to point, once the page has come to rest around it. @param {string} selector */
  const placeOf = (selector) =>
    until(
      page,
      async (/** @type {string} */ where) => {
        const element = document.querySelector(where);
        const target = element?.matches('[type="radio"], [type="checkbox"]')
          ? (element.closest('label') ?? element)
          : element;
        if (!target?.checkVisibility()) return null;
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const before = target.getBoundingClientRect();
        for (let frame = 0; frame < 2; frame++)
          await new Promise((next) => {
            requestAnimationFrame(next);
          });
        const box = target.getBoundingClientRect();
        if (before.top !== box.top || before.left !== box.left || before.height !== box.height) return null;
        const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        const hit = document.elementFromPoint(at.x, at.y);
        Reflect.set(window, 'pressed', '');
        window.addEventListener(
          'click',
          (event) => {
            const element = event.target instanceof Element ? event.target : document.documentElement;
            const control = element.closest('a, button, label, summary, input, select, textarea');
            Reflect.set(
              window,
              'pressed',
              target.contains(element) ? 'target' : (control?.outerHTML.slice(0, 200) ?? 'nothing'),
            );
          },
          { capture: true, once: true },
        );
        return {
          ...at,
          covered: hit && target.contains(hit) ? '' : (hit?.outerHTML.slice(0, 200) ?? 'the edge of the window'),
        };
      },
      selector,
    );

  /** What was clicked: the target, another control, `nothing` that can be clicked, or nothing yet. A page that the click took away is no page any more. */
  const clicked = async () => {
    for (const end = Date.now() + ARRIVAL; Date.now() < end; await wait(10)) {
      const pressed = await page.evaluate(() => Reflect.get(window, 'pressed')).catch(() => 'target');
      if (pressed !== '') return pressed ?? 'target';
    }
    return '';
  };

  /** Where the last press was. A second one there at once would be a double click, which pages take for one (`dom/twice.js`). */
  let last = { x: -DOUBLE, y: -DOUBLE };

  /** Points again where the page moved away under the hand, as a person does. @param {string} selector */
  const press = async (selector) => {
    for (let tries = 0; tries < 3; tries++) {
      let { x, y, covered } = await placeOf(selector);
      if (!covered && Math.hypot(x - last.x, y - last.y) < DOUBLE) {
        await point(1, y);
        ({ x, y, covered } = await placeOf(selector));
      }
      if (covered) throw new Error(`${selector} is covered by ${covered}`);
      await point(x, y);
      last = { x, y };
      const hit = await clicked();
      if (hit === 'target') return;
      if (hit !== '' && hit !== 'nothing') throw new Error(`${selector} moved away: ${hit} was clicked`);
    }
    throw new Error(`${selector} was missed three times`);
  };
  return {
    press,
    tick: press,
    choose: async (selector, value) => {
      await choose(selector, value);
    },
    write: async (selector, text) => {
      if (await isDate(page, selector)) return writeDate(page, selector, text);
      await press(selector);
      await page.keyboard.type(text);
    },
  };
}

/**
 * The keyboard alone.
 * @param {Page} page  with the American order of dates
 * @returns {Hand}
 */
export function typing(page) {
  /** @param {string} selector */
  const tabTo = async (selector) => {
    await until(page, (/** @type {string} */ where) => document.querySelector(where)?.checkVisibility(), selector);
    for (let n = 0; n < MOST_TABS; n++) {
      const way = await page.evaluate((/** @type {string} */ where) => {
        const target = document.querySelector(where);
        const active = document.activeElement;
        if (!target) throw new Error(`no ${where}`);
        if (target === active) return '';
        const group = (/** @type {Element | null} */ one) =>
          one instanceof HTMLInputElement && one.type === 'radio' ? [one.form, one.name] : [one, ''];
        if (active && group(target).every((part, i) => part === group(active)[i])) return '';
        if (!active || active === document.body) return 'forward';
        return target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? 'back' : 'forward';
      }, selector);
      if (way === '') return;
      if (way === 'back') await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (way === 'back') await page.keyboard.up('Shift');
    }
    const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`${selector} is not reached by Tab; the focus is on ${at}`);
  };
  return {
    press: async (selector) => {
      await tabTo(selector);
      await page.keyboard.press('Enter');
    },
    tick: async (selector) => {
      await tabTo(selector);
      const state = () =>
        page.evaluate((/** @type {string} */ where) => {
          const target = document.querySelector(where);
          const active = document.activeElement;
          if (!(target instanceof HTMLInputElement) || !(active instanceof HTMLInputElement))
            throw new Error(`the focus has left ${where}`);
          return { ticked: target.checked, here: target === active, some: active.checked };
        }, selector);
      for (let n = 0; n < 20; n++) {
        const { ticked, here, some } = await state();
        if (ticked) return;
        await page.keyboard.press(here || !some ? ' ' : 'ArrowDown');
      }
      throw new Error(`${selector} is not ticked by keys`);
    },
    choose: async (selector, value) => {
      await tabTo(selector);
      for (let n = 0; n < 60; n++) {
        const way = await page.evaluate(
          (/** @type {[string, string]} */ [where, wanted]) => {
            const select = document.querySelector(where);
            if (!(select instanceof HTMLSelectElement)) throw new Error(`no list ${where}`);
            if (select.value === wanted) return '';
            return [...select.options].findIndex((option) => option.value === wanted) > select.selectedIndex
              ? 'ArrowDown'
              : 'ArrowUp';
          },
          [selector, value],
        );
        if (way === '') return;
        await page.keyboard.press(way);
      }
      throw new Error(`${selector} is not chosen by keys`);
    },
    write: async (selector, text) => {
      await tabTo(selector);
      const [, year, month, day] = (await isDate(page, selector)) ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []) : [];
      await page.keyboard.type(year ? `${month}${day}${year}` : text);
    },
  };
}
