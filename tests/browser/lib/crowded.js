/** In the page: localStorage, where the journal is, takes nothing more. */
export function crowded() {
  let part = 'x'.repeat(1_000_000);
  for (let n = 0; part.length > 0; n += 1) {
    try {
      localStorage.setItem(`filler${n}`, part);
    } catch {
      part = part.slice(0, Math.floor(part.length / 2));
    }
  }
}
