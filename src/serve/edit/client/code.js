/** CodeMirror as authors see it: Markdown and YAML, completion, explanations and jumps by the server. */

import { autocompletion, closeCompletion, completionKeymap, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import {
  HighlightStyle,
  Language,
  LanguageSupport,
  defineLanguageFacet,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
  showTooltip,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { GFM, parser } from '@lezer/markdown';
import { ask } from './ask.js';
import { element } from './dom.js';
import { offset, place } from './places.js';
import { nonce, say } from './words.js';

/** @typedef {import('@codemirror/autocomplete').CompletionContext} CompletionContext */
/** @typedef {import('@codemirror/view').Tooltip} Tooltip */

/**
 * What the editor does beside showing a text.
 * @typedef {object} Doer
 * @property {() => string} path  of the text
 * @property {() => void} typed  the text has changed, and no composition is going on
 * @property {() => void} save
 * @property {(view: EditorView, at: number) => void} jump  to where what is at a place is defined
 * @property {(files: File[], at: number) => void} pictures  were dropped or pasted
 */

const markdown = new LanguageSupport(
  new Language(
    defineLanguageFacet({ commentTokens: { block: { open: '<!--', close: '-->' } } }),
    parser.configure(GFM),
    [],
    'markdown',
  ),
);

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: 'bold', color: 'var(--edit-heading)' },
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--edit-key)' },
  { tag: [tags.link, tags.url, tags.labelName], color: 'var(--edit-link)' },
  { tag: tags.strong, fontWeight: 'bold' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--edit-soft)' },
  { tag: [tags.monospace, tags.string, tags.number, tags.bool], color: 'var(--edit-value)' },
]);

/** Shows what the server says of the word at the cursor. @type {import('@codemirror/state').StateEffectType<Tooltip | null>} */
const explained = StateEffect.define();

const explanation = StateField.define({
  create: () => /** @type {Tooltip | null} */ (null),
  update(shown, change) {
    for (const effect of change.effects) if (effect.is(explained)) return effect.value;
    return change.docChanged || change.selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

/** @param {string} text  the server's Markdown, of which only bold words and code are used */
function shown(text) {
  const parts = text.replaceAll(/\\([*_`[\]<#\\|])/g, '$1').split('\n\n');
  return element('div', { class: 'meaning' }, ...parts.map((part) => element('p', {}, part.replaceAll(/\*\*|`/g, ''))));
}

/** @param {Doer} doer @param {EditorView} view @param {number} at @returns {Promise<Tooltip | null>} */
async function tooltip(doer, view, at) {
  const { doc } = view.state;
  const said = await ask({ ask: 'hover', path: doer.path(), text: doc.toString(), at: place(doc, at) }).catch(
    () => null,
  );
  if (!said?.text || view.state.doc !== doc) return null;
  return {
    pos: offset(doc, said.from),
    end: offset(doc, said.to),
    above: true,
    create: () => ({ dom: shown(said.text) }),
  };
}

/** @param {Doer} doer */
const completing = (doer) => async (/** @type {CompletionContext} */ context) => {
  const { doc } = context.state;
  /** @type {any[]} */
  const all = await ask({ ask: 'complete', path: doer.path(), text: doc.toString(), at: place(doc, context.pos) });
  if (!Array.isArray(all) || all.length === 0 || context.aborted) return null;
  const from = offset(doc, all[0].from);
  // An empty line is also where nothing is to be written.
  if (!context.explicit && doc.lineAt(context.pos).text.trim() === '') return null;
  const options = all
    .filter((it) => offset(doc, it.from) === from)
    .map((it) => ({
      label: it.label,
      detail: it.detail,
      type: it.kind,
      apply: it.text,
      boost: it.required ? 50 : 0,
      info: it.meaning ? () => shown(it.meaning) : undefined,
    }));
  return { from, options };
};

/** @param {DataTransfer | null} data */
const picturesIn = (data) => [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

/** The extensions of an editor. @param {Doer} doer @param {string} path */
export function extensions(doer, path) {
  return [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    path.endsWith('.md') ? yamlFrontmatter({ content: markdown }) : yaml(),
    syntaxHighlighting(colours),
    autocompletion({ override: [completing(doer)], icons: false, tooltipClass: () => 'choices' }),
    hoverTooltip((view, at) => tooltip(doer, view, at)),
    explanation,
    EditorView.contentAttributes.of({
      'aria-label': say('editor'),
      tabindex: '0',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    EditorState.phrases.of(phrases()),
    keymap.of([
      { key: 'Mod-s', preventDefault: true, run: () => (doer.save(), true) },
      { key: 'F12', preventDefault: true, run: (view) => (doer.jump(view, view.state.selection.main.head), true) },
      { key: 'Alt-F1', run: (view) => (explain(doer, view), true) },
      // The way out by the keyboard is Escape, then Tab.
      { key: 'Alt-ArrowRight', run: indentMore },
      { key: 'Alt-ArrowLeft', run: indentLess },
      ...completionKeymap,
      ...lintKeymap.filter(({ key }) => key === 'F8'),
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.domEventHandlers({
      // A change within a composition is none yet, and some browsers report none after it.
      compositionend: () => void setTimeout(() => doer.typed(), 0),
      mousedown(event, view) {
        if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at === null) return false;
        event.preventDefault();
        doer.jump(view, at);
        return true;
      },
      paste(event, view) {
        const files = picturesIn(event.clipboardData);
        if (files.length === 0) return false;
        event.preventDefault();
        doer.pictures(files, view.state.selection.main.head);
        return true;
      },
      drop(event, view) {
        const files = picturesIn(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        doer.pictures(
          files,
          view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head,
        );
        return true;
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.view.composing) doer.typed();
    }),
  ];
}

/** Shows what is at the cursor, for those who use no mouse. @param {Doer} doer @param {EditorView} view */
async function explain(doer, view) {
  const found = await tooltip(doer, view, view.state.selection.main.head);
  view.dispatch({ effects: explained.of(found) });
}

/** CodeMirror's own words, by the end of the key of ours. */
const PHRASES = {
  find: 'Find',
  replacement: 'Replace',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match-case': 'match case',
  'by-word': 'by word',
  regexp: 'regexp',
  replace: 'replace',
  'replace-all': 'replace all',
  'close-search': 'close',
  'current-match': 'current match',
  replaced: 'replaced $ matches',
  'replaced-line': 'replaced match on line $',
  'on-line': 'on line',
  'go-to-line': 'Go to line',
  go: 'go',
  completions: 'Completions',
  diagnostics: 'Diagnostics',
  'no-diagnostics': 'No diagnostics',
};

const phrases = () =>
  Object.fromEntries(Object.entries(PHRASES).map(([key, phrase]) => [phrase, say(`phrase-${key}`)]));

/** Everything of a state that is worth keeping. */
export const fields = { history: historyField };

export { EditorState, EditorView, closeCompletion, startCompletion };
