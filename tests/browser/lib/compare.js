/**
 * Comparing: what is still empty is named first, and the same button, pressed again, compares all the same.
 */

/**
 * @param {{ evaluate(act: any, arg?: any): Promise<any> }} page
 * @param {string} form  its selector
 * @param {(selector: string) => Promise<unknown>} press
 */
export async function compare(page, form, press) {
  await press(`${form} [data-look]`);
  const named = await page.evaluate((/** @type {string} */ where) => {
    const blanks = document.querySelector(`${where} .blanks`);
    return blanks instanceof HTMLElement && blanks.checkVisibility();
  }, form);
  if (named) await press(`${form} [data-look]`);
}
