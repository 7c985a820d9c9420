/** The blank screen of the presenter's view: the room looks at the people, not at the projector. */

/** The keys that blank the screen, and its colour. @type {Record<string, 'dark' | 'light'>} */
export const BLANKS = { b: 'dark', '.': 'dark', w: 'light' };

export const isBlank = () => document.documentElement.dataset.blank !== undefined;

/** @param {'dark' | 'light'} colour */
export function blank(colour) {
  document.documentElement.dataset.blank = colour;
}

export function unblank() {
  delete document.documentElement.dataset.blank;
}
