/**
 * Firefox gives each local file a storage of its own: a page cannot see what another one has stored. In a course that is one file, all
 * pages share it.
 */
export function isSeparate() {
  const isOneFile = document.documentElement.dataset.base?.startsWith('?') ?? false;
  return location.protocol === 'file:' && CSS.supports('-moz-appearance', 'none') && !isOneFile;
}
