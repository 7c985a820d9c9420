/**
 * Shows what a term means where it is, on hover, on focus and on the first tap, from the page's own list of
 * terms. It can be dismissed with Escape and can be moved onto with the pointer (WCAG 1.4.13). Without the list, or
 * without scripts, the link simply leads to the glossary.
 */

const HOVER = 250; // ms before it shows: a pointer that only passes by opens nothing
const LEAVE = 200; // ms before it goes: time to move onto it

export function startGlossary() {
  if (!document.querySelector('a.term')) return;
  const popover = document.createElement('div');
  popover.className = 'term-popover';
  popover.id = 'term-popover';
  popover.setAttribute('role', 'tooltip');
  popover.hidden = true;
  popover.style.position = 'absolute'; // `place` says where
  document.body.append(popover);

  /** @type {HTMLElement | null} */
  let shown = null;
  /** @type {number | undefined} */
  let timer;

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    popover.hidden = true;
  };

  /** @param {HTMLElement} link */
  const show = (link) => {
    clearTimeout(timer);
    if (shown === link) return;
    hide();
    const meaning = definition(link.dataset.term ?? '');
    if (!meaning) return;
    popover.replaceChildren(...meaning);
    popover.hidden = false;
    place(popover, link);
    link.setAttribute('aria-describedby', popover.id);
    shown = link;
  };

  /** @param {() => void} act @param {number} delay */
  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = termOf(event.target);
    if (link) later(() => show(link), HOVER);
    else if (event.target instanceof Node && popover.contains(event.target)) clearTimeout(timer);
    else if (shown && shown !== document.activeElement) later(hide, LEAVE);
    else clearTimeout(timer);
  });
  document.addEventListener('focusin', (event) => {
    const link = termOf(event.target);
    if (link?.matches(':focus-visible')) show(link);
    else if (shown) hide();
  });
  document.addEventListener('focusout', (event) => {
    if (termOf(event.target)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown) hide();
  });
  addEventListener('resize', hide);

  document.addEventListener('click', (event) => {
    const link = termOf(event.target);
    if (!link) return event.target instanceof Node && popover.contains(event.target) ? undefined : hide();
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!touch || shown === link) return undefined;
    show(link);
    if (shown === link) event.preventDefault(); // the second tap follows the link
    return undefined;
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function termOf(target) {
  return target instanceof Element ? target.closest('a.term') : null;
}

/**
 * Copies of the term and its definition in the page's list; null if the list lacks it.
 * @param {string} id
 */
function definition(id) {
  const term = document.querySelector(`.page-terms dt#term-${CSS.escape(id)}`);
  const meaning = term?.nextElementSibling;
  if (!term || !meaning) return null;
  return [part('term-popover-term', term), part('term-popover-definition', meaning)];
}

/**
 * @param {string} className
 * @param {Element} from
 */
function part(className, from) {
  const element = document.createElement('div');
  element.className = className;
  element.append(...[...from.cloneNode(true).childNodes]);
  for (const copy of element.querySelectorAll('[id]')) copy.removeAttribute('id');
  // A tooltip holds nothing to focus: links in it become plain words.
  for (const link of element.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return element;
}

/**
 * Under the first line of the link, or above it where there is no room; never beyond the window's sides.
 * @param {HTMLElement} popover
 * @param {HTMLElement} link
 */
function place(popover, link) {
  const gap = 6;
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - gap;
  const left = Math.max(gap, Math.min(line.left, room));
  const under = line.bottom + gap;
  const above = line.top - gap - height;
  const top = under + height > innerHeight && above > 0 ? above : under;
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}
