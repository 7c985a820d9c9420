/**
 * Fills whole pages of forms at once, for tests that look at how they look then.
 */

import { unfold, until } from './hands.js';

/** @typedef {import('playwright-core').Page} Page */

/** Answers everything: every field, every row and card there may be, to the end of every way; opens what is behind a fold. @param {Page} page */
export async function fillAll(page) {
  await unfold(page);
  await page.evaluate(() => {
    const buttons = (/** @type {ParentNode} */ root, /** @type {string} */ selector) =>
      [...root.querySelectorAll(selector)]
        .filter((one) => one instanceof HTMLElement && !one.hidden && one.checkVisibility())
        .map((one) => /** @type {HTMLElement} */ (one));
    for (const form of document.querySelectorAll('form.answer')) {
      if (!(form instanceof HTMLFormElement)) continue;
      for (const more of buttons(form, '[data-add-row], [data-add-card]')) more.click();
      for (const conditional of [false, true]) {
        /** @type {Set<string>} */
        const done = new Set();
        for (const control of form.elements) {
          if (!(
            control instanceof HTMLInputElement ||
            control instanceof HTMLSelectElement ||
            control instanceof HTMLTextAreaElement
          ))
            continue;
          if (
            control.name === '' ||
            control.name.startsWith('place.') ||
            done.has(control.name) ||
            !control.checkVisibility()
          )
            continue;
          if (conditional && !control.closest('[data-when]')) continue;
          done.add(control.name);
          const group = [...form.querySelectorAll(`[name="${CSS.escape(control.name)}"]`)];
          if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
            const last = group.at(-1);
            if (last instanceof HTMLElement) last.click();
            continue;
          }
          if (control instanceof HTMLSelectElement) control.selectedIndex = 1;
          else
            control.value =
              control.type === 'date'
                ? '2026-11-21'
                : '本人に電話09012345678をかけさせる、とても長い一文をここに書いてみました。';
          control.dispatchEvent(new Event('input', { bubbles: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
      for (const keep of buttons(form, '.order-ways button')) keep.click();
      for (let n = 0; n < 40; n++) buttons(form, '.turn-now .reply-button')[0]?.click();
      for (const fact of buttons(form, '[data-fact] summary')) fact.click();
      for (const stage of form.querySelectorAll('[data-stage]')) {
        for (const control of stage.querySelectorAll('textarea, select, label:last-child > input[type="radio"]')) {
          if (!(control instanceof HTMLElement) || !control.checkVisibility() || control.matches(':disabled')) continue;
          if (control instanceof HTMLTextAreaElement) control.value = '一段ずつの見立て';
          if (control instanceof HTMLSelectElement) control.selectedIndex = 4;
          if (control instanceof HTMLInputElement) control.click();
          else control.dispatchEvent(new Event('change', { bubbles: true }));
        }
        for (const commit of buttons(stage, '[data-commit]')) commit.click();
      }
    }
  });
}

/**
 * Presses one button in every form that has it, and waits until all have answered in which something was written; an
 * exercise whose form is on another page has nothing to answer here.
 * @param {Page} page @param {'look' | 'again'} which
 */
export async function pressAll(page, which) {
  for (let times = 0; times < (which === 'look' ? 2 : 1); times++) {
    await page.evaluate((name) => {
      for (const button of document.querySelectorAll(`form.answer [data-${name}]`)) {
        if (button instanceof HTMLElement && button.checkVisibility()) button.click();
      }
    }, which);
    // What is empty has been named; the second press compares all the same.
    await page.evaluate(
      () =>
        new Promise((next) => {
          requestAnimationFrame(() => requestAnimationFrame(next));
        }),
    );
  }
  await until(
    page,
    (/** @type {boolean} */ looked) =>
      [...document.querySelectorAll('form.answer')].every(
        (form) =>
          !form.querySelector('[data-look]') ||
          !form.querySelector('[data-attempt] [name]') ||
          form.hasAttribute('data-looked') === looked,
      ),
    which === 'look',
  );
}
