/** A blank screen: the room looks at the people, not at the projector. */

/** The keys that blank the screen, and its colour. @type {Record<string, 'dark' | 'light'>} */
export const BLANKS = { b: 'dark', '.': 'dark', w: 'light' };

/** @param {'dark' | 'light' | null} colour  null shows the screen again */
export function showBlank(colour) {
  const { dataset } = document.documentElement;
  if (colour) dataset.blank = colour;
  else delete dataset.blank;
}
