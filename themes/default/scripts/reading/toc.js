/**
 * The page's own contents: marks the heading that is being read.
 */

export function startToc() {
  /** @type {Map<HTMLElement, Element>} */
  const links = new Map();
  for (const link of document.querySelectorAll('nav.toc a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.getAttribute('href') ?? '').slice(1));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;

  /** @type {Element | undefined} */
  let marked;
  const update = () => {
    /** @type {Element | undefined} */
    let next;
    for (const [heading, link] of links) {
      // A stage that is not shown is nowhere; its box may have a place all the same.
      if (heading.closest('[hidden]')) continue;
      if (next && heading.getBoundingClientRect().top > innerHeight * 0.3) break;
      next = link;
    }
    if (next === marked) return;
    marked?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'location');
    marked = next;
  };

  // Called when a heading crosses the upper part of the window: far rarer than `scroll`.
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -70% 0px', threshold: [0, 1] });
  for (const heading of links.keys()) observer.observe(heading);
  update();
}
