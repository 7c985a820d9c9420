/**
 * Folds (`details`) open when the address points into them. Some browsers do this by themselves, others do not.
 */

export function startFolds() {
  addEventListener('hashchange', openTarget);
  openTarget();
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('details')) return;
  openAround(target);
  target.scrollIntoView();
}

/** Opens every fold that `element` is in. @param {Element} element */
export function openAround(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}
