/** The table that build.js makes from the folders of `themes/default/exercise`. */
declare module 'exercise:kinds' {
  export const kinds: Readonly<Record<string, import('../../../themes/default/scripts/work/kind.js').Kind>>;
}
