/**
 * Folds (`details`) open when the address points into them. Some browsers do this by themselves, others do not.
 */

export function startFolds() {
  addEventListener('hashchange', openTarget);
  openTarget();
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = target?.closest('details');
  if (!fold) return;
  for (; fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  target?.scrollIntoView();
}
