/**
 * The stages of a case as tabs (WAI-ARIA tabs pattern: arrow keys, Home, End). Without this script, and in print,
 * all stages are one after another. Stages that are not shown are `hidden="until-found"`, so that the browser's
 * own search still finds their words and opens them. The title of a stage says what happens in it, so it is shown
 * only from the moment on that the stage was opened.
 */

export function startTabs() {
  for (const list of document.querySelectorAll('.tabs[role="tablist"]')) {
    if (list instanceof HTMLElement) build(list);
  }
}

/** @param {HTMLElement} list */
function build(list) {
  const around = list.closest('.stages') ?? list.parentElement ?? document;
  const panels = [...around.querySelectorAll('section.stage[id]')].filter((panel) => panel instanceof HTMLElement);
  if (panels.length < 2) return;
  const tabs = panels.map((panel) => tabFor(panel));
  const entries = panels.map((panel) =>
    document.querySelector(`nav.toc a[href="#${CSS.escape(panel.id)}"] .stage-name`),
  );
  let reached = 0;

  /** @param {number} at */
  const reveal = (at) => {
    reached = Math.max(reached, at);
    tabs.forEach((tab, i) => {
      const panel = panels[i];
      const unread = i > reached ? panel.querySelector('.stage-number')?.textContent : undefined;
      tab.lastChild?.replaceWith(unread ? '' : (panel.dataset.title ?? panel.id));
      if (unread) tab.setAttribute('aria-label', unread);
      else tab.removeAttribute('aria-label');
    });
    entries.forEach((entry, i) => {
      if (entry instanceof HTMLElement) entry.hidden = i > reached;
    });
  };

  /** @param {number} chosen */
  const select = (chosen) => {
    reveal(chosen);
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
    });
    panels.forEach((panel, i) => {
      if (i === chosen) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    });
  };

  /** Opens the stage that holds the address's target, which may be a sentence in it. */
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const at = panels.findIndex((panel) => panel.contains(target));
    if (!target || at < 0) return;
    select(at);
    target.scrollIntoView();
  };

  list.addEventListener('click', (event) => {
    const at = tabs.findIndex((tab) => event.target instanceof Node && tab.contains(event.target));
    if (at < 0) return;
    select(at);
    remember(panels[at].id);
  });
  list.addEventListener('keydown', (event) => {
    const from = tabs.findIndex((tab) => tab === document.activeElement);
    const to = step(event.key, from, tabs.length);
    if (to === undefined || from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    select(to);
    tabs[to].focus();
    remember(panels[to].id);
  });
  panels.forEach((panel, i) => panel.addEventListener('beforematch', () => select(i)));
  addEventListener('hashchange', follow);

  list.replaceChildren(...tabs);
  list.hidden = false;
  select(0);
  follow();
}

/** @param {HTMLElement} panel */
function tabFor(panel) {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.className = 'tab';
  tab.id = `tab-${panel.id}`;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  if (panel.dataset.number) {
    const number = document.createElement('span');
    number.className = 'tab-number';
    number.textContent = panel.dataset.number;
    tab.append(number, ' ');
  }
  tab.append(panel.dataset.title ?? panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  panel.tabIndex = 0;
  return tab;
}

/**
 * Where a key leads to from tab `from` of `count`; undefined for a key that is none of ours.
 * @param {string} key
 * @param {number} from
 * @param {number} count
 */
function step(key, from, count) {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Keeps the open stage in the address, so that a reload or a copied link opens it again.
 * @param {string} id
 */
function remember(id) {
  try {
    history.replaceState(history.state, '', `#${encodeURIComponent(id)}`);
  } catch {
    // Some browsers refuse on local files; then a reload opens the first stage.
  }
}
