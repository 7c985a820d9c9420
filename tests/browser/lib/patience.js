/** How long a test waits for what must come, in ms. Nothing is right or wrong by it: it only ends a test that would hang. */
export const PATIENCE = 120_000;
