/**
 * What `mitate serve` adds to every page. It is notified of every change of the course, and
 *
 * 1. reloads the page if the site changed, and keeps the scroll position;
 * 2. swaps the style sheets if only they changed;
 * 3. shows the course's mistakes over the page until they are fixed, and how many warnings there are;
 * 4. leads to the editor, if this browser may edit. In the editor's frame the page is changed where its text was, and the editor shows the mistakes.
 *
 * No built file has any of this. The element of this script says which version of the site the page is of
 * (`data-version`), and, if there is no page to show, what is wrong (`data-overlay`).
 */

/**
 * What the server reports: see `State` in live.rs.
 * @typedef {object} ServerState
 * @property {number} version
 * @property {number} built
 * @property {number} pages
 * @property {Overlay | null} overlay
 * @property {Overlay | null} warnings
 */

/**
 * What the overlay says: see overlay.rs.
 * @typedef {object} Overlay
 * @property {string} lang
 * @property {string} title
 * @property {string} note
 * @property {string | null} hide
 * @property {string} fix
 * @property {CourseProblem[]} problems
 */

/**
 * @typedef {object} CourseProblem
 * @property {string} message
 * @property {string | null} hint
 * @property {string | null} code
 * @property {string | null} place
 * @property {{ number: number, text: string, mark: [number, number] } | null} line
 */

(() => {
  'use strict';

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);

  /** What is wrong with this very page: then there is nothing else on it. @type {Overlay | null} */
  const own = script.dataset.overlay ? JSON.parse(script.dataset.overlay) : null;

  /** Where the editor is. */
  const EDITOR = '/__mitate/edit/';

  /** The version of the site that is on the screen. */
  let shown = Number(script.dataset.version);

  /** What is remembered until the tab is closed, if the browser remembers anything. */
  const memory = {
    /** @param {string} key */
    take(key) {
      try {
        return sessionStorage.getItem(`mitate-serve-${key}`);
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string} value */
    keep(key, value) {
      try {
        sessionStorage.setItem(`mitate-serve-${key}`, value);
      } catch {
        // Only the position, or that the overlay was hidden, is lost.
      }
    },
  };

  // --- the place that is being read ---------------------------------------------------------------------------------

  /** The blocks of text, in order: each is recognised by its text. */
  const blocks = () => [
    ...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6, p, li, tr, dt, dd, pre, figure)'),
  ];

  /** @param {Element} block */
  const textOf = (block) => (block.textContent ?? '').trim().slice(0, 200);

  /** The elements that scroll by themselves and can be found again. */
  const scrollers = () => [...document.querySelectorAll('[id]')].filter((it) => it.scrollTop > 0);

  function keepPlace() {
    const all = blocks();
    const index = all.findIndex((it) => it.getBoundingClientRect().bottom > 0);
    // Several, because the first may be the one that was changed.
    const seen = index < 0 ? [] : all.slice(index, index + 8).map((it) => [textOf(it), it.getBoundingClientRect().top]);
    const inside = scrollers().map((it) => [it.id, it.scrollTop]);
    memory.keep('place', JSON.stringify({ address: location.href, x: scrollX, y: scrollY, index, seen, inside }));
    // The browser's own way: Firefox goes by the distance from the top, Chromium by the number of the paragraph.
    history.scrollRestoration = 'manual';
  }

  /**
   * How far down the page what was read is now: by its text, else by its number, else as far as before.
   * @param {{ y: number, index: number, seen: [string, number][] }} place
   */
  function heightOf({ y, index, seen }) {
    if (y === 0) return 0;
    const all = blocks();
    const texts = all.map(textOf);
    for (const [text, top] of seen) {
      const same = all.map((_, i) => i).filter((i) => text !== '' && texts[i] === text);
      const [nearest] = same.sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
      if (nearest !== undefined) return scrollY + all[nearest].getBoundingClientRect().top - top;
    }
    const [first] = seen;
    return first && all[index] ? scrollY + all[index].getBoundingClientRect().top - first[1] : y;
  }

  function findPlace() {
    const kept = memory.take('place');
    memory.keep('place', '');
    const place = kept ? JSON.parse(kept) : null;
    if (place?.address !== location.href) return;
    const restore = () => {
      scrollTo({ left: place.x, top: heightOf(place), behavior: 'instant' });
      for (const [id, top] of place.inside) document.getElementById(id)?.scrollTo({ top, behavior: 'instant' });
    };
    restore();
    // Images may have made the page longer since; but if the reader has scrolled, the position stays.
    const then = scrollY;
    addEventListener(
      'load',
      () => {
        if (scrollY === then) restore();
        // The browser looks at it once more right after this.
        setTimeout(() => {
          history.scrollRestoration = 'auto';
        }, 100);
      },
      { once: true },
    );
  }

  // --- styles -------------------------------------------------------------------------------------------------------

  /** Loads the style sheets again; each old one stays until the new one is loaded. @param {number} version */
  function swapStyles(version) {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]:not([data-mitate-old])')) {
      if (!(old instanceof HTMLLinkElement)) continue;
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set('mitate', String(version));
      const fresh = /** @type {HTMLLinkElement} */ (old.cloneNode());
      fresh.href = address.href;
      fresh.addEventListener('load', () => old.remove());
      fresh.addEventListener('error', () => {
        fresh.remove();
        old.removeAttribute('data-mitate-old');
      });
      old.setAttribute('data-mitate-old', '');
      old.after(fresh);
    }
  }

  // --- mistakes -----------------------------------------------------------------------------------------------------

  /** Colours of its own: the page's may be what is being fixed. A sheet made by script is no inline style to the policy. */
  const STYLE = `
    :host {
      all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; color-scheme: light dark;
      --paper: light-dark(#fffdf9, #1c1c1d); --wash: light-dark(#f6f2ea, #262627); --ink: light-dark(#24221f, #ebe7df);
      --soft: light-dark(#504c45, #bfb9ad); --shu: light-dark(#a93420, #f2a08c); --mark: light-dark(#f9dcd4, #5a2f25);
      --line: light-dark(#8b8373, #8d877b);
    }
    :host([data-bare]) { inset: 0; }
    :host([data-corner]) { inset: auto 0.75rem 0.75rem auto; }
    :host([data-folded]) { inset: auto auto 0.75rem 0.75rem; }
    :host(:is([data-folded], [data-corner])) :is(button, .button) { box-shadow: 0 0.1rem 0.6rem rgb(0 0 0 / 30%); }
    * { box-sizing: border-box; margin: 0; }
    .panel {
      display: block; max-block-size: min(70vh, 40rem); overflow: auto; overscroll-behavior: contain;
      padding: 0 clamp(1rem, 4vw, 2rem) 1.25rem; border-block-start: 4px solid var(--shu);
      background: var(--paper); color: var(--ink); box-shadow: 0 -0.5rem 2rem rgb(0 0 0 / 25%);
      font: 1rem/1.7 "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif;
      overflow-wrap: anywhere; line-break: strict;
    }
    :host([data-bare]) .panel { block-size: 100%; max-block-size: none; }
    .inner { max-inline-size: 60rem; margin-inline: auto; }
    .head {
      display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; justify-content: space-between;
      position: sticky; inset-block-start: 0; padding-block: 0.75rem 0.5rem; background: var(--paper);
    }
    h2 { font-size: 1.15rem; line-height: 1.4; color: var(--shu); }
    .note { color: var(--soft); font-size: 0.9rem; }
    button, .button {
      display: inline-flex; align-items: center; text-decoration: none;
      min-block-size: 2.25rem; padding-inline: 0.9rem; border: 1px solid var(--line); border-radius: 4px;
      background: var(--wash); color: var(--ink); font: inherit; font-size: 0.9rem; cursor: pointer;
    }
    button:focus-visible, .button:focus-visible, .panel:focus-visible { outline: 3px solid var(--shu); outline-offset: 2px; }
    ol { list-style: none; padding: 0; }
    li { padding-block: 1rem; border-block-start: 1px solid var(--line); }
    li:first-child { margin-block-start: 0.5rem; }
    .message { font-weight: bold; }
    .place, .line, .code { font-family: ui-monospace, "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace; font-size: 0.9rem; }
    .place { color: var(--soft); user-select: all; }
    .code { color: var(--soft); margin-inline-start: 0.75rem; }
    .line { margin-block: 0.4rem; padding: 0.4rem 0.75rem; background: var(--wash); white-space: pre-wrap; }
    .number { color: var(--soft); user-select: none; padding-inline-end: 1rem; }
    mark { background: var(--mark); color: inherit; text-decoration: underline wavy var(--shu); text-underline-offset: 0.25em; }
    .fix { font-weight: bold; margin-inline-end: 0.75rem; }
    @media print { :host { display: none; } }
    @media (forced-colors: active) { mark { border-block-end: 2px solid; } }
  `;

  /**
   * @param {string} name
   * @param {string} className
   * @param {(string | Node | null)[]} children
   */
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter((it) => it !== null));
    return made;
  }

  /** @param {Overlay} overlay @param {CourseProblem} problem */
  function drawn(overlay, { message, hint, code, place, line }) {
    const where = place && element('p', '', element('span', 'place', place), code && element('span', 'code', code));
    const fix = hint && element('p', 'hint', element('span', 'fix', overlay.fix), hint);
    return element('li', '', element('p', 'message', message), where || null, line && drawnLine(line), fix || null);
  }

  /** @param {NonNullable<CourseProblem['line']>} line */
  function drawnLine({ number, text, mark: [from, to] }) {
    const characters = [...text];
    const part = (/** @type {number} */ start, /** @type {number} */ end) => characters.slice(start, end).join('');
    const marked = to > from ? element('mark', '', part(from, to)) : null;
    const numbered = element('span', 'number', String(number));
    return element('p', 'line', numbered, part(0, from), marked, part(to, characters.length));
  }

  /** What is inside a panel. @param {Overlay} said @param {HTMLElement | null} hide */
  function content(said, hide) {
    return element(
      'div',
      'inner',
      element('div', 'head', element('h2', '', said.title), hide),
      element('p', 'note', said.note),
      element('ol', '', ...said.problems.map((problem) => drawn(said, problem))),
    );
  }

  /** An element over the page that no style of the page reaches. @param {string} id @param {string} role */
  function createHost(id, role) {
    const host = document.createElement('div');
    host.id = id;
    host.setAttribute('role', role);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    document.body.append(host);
    return host;
  }

  function createPanel() {
    const panel = element('div', 'panel');
    // It scrolls by keyboard.
    panel.tabIndex = 0;
    return panel;
  }

  /** The overlay of the page: at most one, and none if nothing is wrong. */
  const overlay = {
    /** @type {HTMLElement | null} */
    host: null,
    hideable: false,
    version: 0,

    /** @param {Overlay | null} said @param {number} version */
    show(said, version) {
      this.version = version;
      this.hideable = said?.hide != null && own === null;
      const isHidden = this.hideable && memory.take('hidden') === String(version);
      if (!said || isHidden) {
        this.host?.remove();
        this.host = null;
        return;
      }
      const host = this.host ?? this.create();
      host.lang = said.lang;
      host.toggleAttribute('data-bare', !this.hideable);
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const hadFocus = root.activeElement instanceof HTMLButtonElement;
      const panel = /** @type {HTMLElement} */ (root.querySelector('.panel'));
      const hide = this.hideable ? element('button', '', said.hide) : null;
      hide?.addEventListener('click', () => this.hide());
      panel.replaceChildren(content(said, hide));
      if (hadFocus) hide?.focus();
    },

    hide() {
      memory.keep('hidden', String(this.version));
      this.host?.remove();
      this.host = null;
    },

    create() {
      const host = createHost('mitate-overlay', 'alert');
      host.shadowRoot?.append(createPanel());
      this.host = host;
      return host;
    },
  };

  /** The warnings: a button that says how many there are, and opens the list of them. */
  const warnings = {
    /** @type {HTMLElement | null} */
    host: null,
    /** @type {Overlay | null} */
    said: null,

    isOpen: () => memory.take('warnings') === 'open',

    /** @param {Overlay | null} said */
    show(said) {
      this.said = said;
      if (!said) {
        this.host?.remove();
        this.host = null;
        return;
      }
      this.host ??= createHost('mitate-warnings', 'status');
      this.host.lang = said.lang;
      this.host.toggleAttribute('data-folded', !this.isOpen());
      const button = element('button', '', this.isOpen() ? said.hide : said.title);
      button.setAttribute('aria-expanded', String(this.isOpen()));
      button.addEventListener('click', () => this.turn(!this.isOpen()));
      const panel = createPanel();
      panel.append(content(said, button));
      this.host.shadowRoot?.replaceChildren(this.isOpen() ? panel : button);
    },

    /** @param {boolean} open */
    turn(open) {
      memory.keep('warnings', open ? 'open' : '');
      this.show(this.said);
      /** @type {HTMLElement | null | undefined} */ (this.host?.shadowRoot?.querySelector('button'))?.focus();
    },
  };

  addEventListener(
    'keydown',
    (event) => {
      const hides = overlay.host && overlay.hideable;
      const folds = warnings.host && warnings.isOpen();
      const isMeant = event.key === 'Escape' && !event.isComposing && (hides || folds);
      // A dialog over the page is closed first.
      if (!isMeant || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      event.stopPropagation();
      if (hides) overlay.hide();
      else warnings.turn(false);
    },
    { capture: true },
  );

  // --- editing ------------------------------------------------------------------------------------------------------

  /** Whether the editor shows this page beside it. */
  const isBesideEditor = (() => {
    try {
      return parent !== window && parent.location.pathname === EDITOR;
    } catch {
      return false;
    }
  })();

  /** Keeps what lets this browser edit, which is in the address that the terminal shows. */
  function takeKey() {
    const key = /^#edit=([0-9a-f]+)$/.exec(location.hash)?.[1];
    if (!key) return;
    try {
      localStorage.setItem('mitate-edit', key);
    } catch {
      // Then there is no button.
    }
    history.replaceState(history.state, '', location.pathname + location.search);
  }

  function mayEdit() {
    try {
      return script.dataset.edit !== undefined && localStorage.getItem('mitate-edit') !== null;
    } catch {
      return false;
    }
  }

  function offerEditing() {
    if (isBesideEditor || !mayEdit()) return;
    const host = createHost('mitate-edit', 'group');
    host.toggleAttribute('data-corner', true);
    const link = /** @type {HTMLAnchorElement} */ (element('a', 'button', script.dataset.edit ?? ''));
    link.href = `${EDITOR}#page=${encodeURIComponent(location.pathname + location.hash)}`;
    host.shadowRoot?.append(link);
  }

  /** The page as the server sent it last. @type {Document | null} */
  let sent = null;

  /** What a page must be loaded for: its scripts know these elements. */
  const ALIVE = 'form, script, dialog, template, input, button, select, textarea, canvas, iframe, [data-answer]';

  async function fetched() {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const client = page.querySelector('script[data-version]');
    const version = Number(client?.getAttribute('data-version'));
    client?.removeAttribute('data-version');
    return { page, version };
  }

  /** @param {Node} node */
  const isAlive = (node) => node instanceof Element && (node.matches(ALIVE) || node.querySelector(ALIVE) !== null);

  /**
   * Makes `live` what `now` says, where it was `before`. Returns false if that takes a new page.
   * @param {Node} live @param {Node} before @param {Node} now @returns {boolean}
   */
  function patch(live, before, now) {
    if (before.isEqualNode(now)) return true;
    const [olds, news, lives] = [before, now, live].map((it) => [...it.childNodes]);
    const isSameElement =
      live instanceof Element &&
      before.nodeName === now.nodeName &&
      before.cloneNode().isEqualNode(now.cloneNode()) &&
      lives.length === olds.length;
    if (!isSameElement) {
      if (isAlive(before) || isAlive(now) || isAlive(live)) return false;
      /** @type {ChildNode} */ (live).replaceWith(document.importNode(now, true));
      return true;
    }
    let head = 0;
    while (head < olds.length && head < news.length && olds[head].isEqualNode(news[head])) head++;
    let tail = 0;
    const most = Math.min(olds.length, news.length) - head;
    while (tail < most && olds[olds.length - 1 - tail].isEqualNode(news[news.length - 1 - tail])) tail++;
    const [gone, come, there] = [olds, news, lives].map((it) => it.slice(head, it.length - tail));
    if (gone.length === come.length) return gone.every((old, i) => patch(there[i], old, come[i]));
    if ([...gone, ...come, ...there].some(isAlive)) return false;
    const end = lives[lives.length - tail] ?? null;
    for (const node of there) live.removeChild(node);
    for (const node of come) live.insertBefore(document.importNode(node, true), end);
    return true;
  }

  /** Whether everything but the main part is the same. @param {Document} one @param {Document} other */
  function hasSameFrame(one, other) {
    const [a, b] = [one, other].map((it) => {
      const copy = /** @type {Element} */ (it.documentElement.cloneNode(true));
      copy.querySelector('main')?.replaceChildren();
      return copy;
    });
    return a.isEqualNode(b);
  }

  /** Changes the page into what it is on the server now. Returns whether it could. */
  async function follow() {
    const fresh = await fetched().catch(() => null);
    const live = document.querySelector('main');
    const [before, now] = [sent?.querySelector('main'), fresh?.page.querySelector('main')];
    if (!sent || !fresh || !live || !before || !now || !hasSameFrame(sent, fresh.page)) return false;
    if (!patch(live, before, now)) return false;
    sent = fresh.page;
    shown = fresh.version;
    return true;
  }

  let isFollowing = false;
  let wanted = 0;

  /** Shows at least this version, beside the editor. @param {number} version */
  async function showBeside(version) {
    wanted = Math.max(wanted, version);
    if (isFollowing) return;
    isFollowing = true;
    while (wanted > shown) {
      if (await follow()) continue;
      close();
      keepPlace();
      location.reload();
      return;
    }
    isFollowing = false;
  }

  /** Reads the page as it was sent, to see later what of it has changed. */
  async function remember() {
    const first = await fetched().catch(() => null);
    // If it has changed since, it is loaded again at the next change.
    if (first?.version === shown) sent = first.page;
  }

  // --- listening ----------------------------------------------------------------------------------------------------

  /** @type {EventSource | null} */
  let source = null;

  /** @param {ServerState} state */
  function receive({ version, built, pages, overlay: said, warnings: warned }) {
    if (isBesideEditor && own === null) {
      if (pages > shown) void showBeside(built);
      else if (built > shown) {
        shown = built;
        swapStyles(built);
      }
      return;
    }
    if (pages > shown) {
      close();
      keepPlace();
      location.reload();
      return;
    }
    if (built > shown) {
      shown = built;
      swapStyles(built);
    }
    overlay.show(said ?? own, version);
    warnings.show(warned);
  }

  function open() {
    if (source) return;
    source = new EventSource('/__mitate/events');
    source.addEventListener('state', (event) => receive(JSON.parse(event.data)));
  }

  function close() {
    source?.close();
    source = null;
  }

  /** Only a visible page listens: a browser has few connections to one server, and every tab would use one. */
  function listen() {
    if (document.visibilityState === 'visible') open();
    else close();
  }

  takeKey();
  findPlace();
  offerEditing();
  if (isBesideEditor) void remember();
  if (own) overlay.show(own, 0);
  listen();
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', close);
  addEventListener('pageshow', listen);
})();
