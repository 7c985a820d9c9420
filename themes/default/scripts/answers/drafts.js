/** Comments that a reviewer has not exported yet: where they are, and their removal with everything else. */

export const draftPrefix = () => `mitate:${document.documentElement.dataset.course ?? ''}:review:`;

export function removeDrafts() {
  try {
    for (const storage of [localStorage, sessionStorage])
      for (const name of Object.keys(storage)) if (name.startsWith(draftPrefix())) storage.removeItem(name);
  } catch {
    // A browser that refuses storage has none.
  }
}
