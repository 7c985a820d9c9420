/** Two quiet notes, made here: nothing is loaded. */

/** @type {AudioContext | undefined} */
let context;

/** Lets the sound start after a reload: browsers allow it only while a key or a click is handled. */
export function unlock() {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') context.resume().catch(() => {});
  } catch {
    // No sound here: the clock says the same.
  }
}

export function chime() {
  try {
    context ??= new AudioContext();
    const begin = context.currentTime;
    for (const [at, pitch] of [
      [0, 660],
      [0.35, 528],
    ]) {
      const tone = new OscillatorNode(context, { frequency: pitch });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setTargetAtTime(0.12, begin + at, 0.01);
      volume.gain.setTargetAtTime(0, begin + at + 0.15, 0.12);
      tone.connect(volume).connect(context.destination);
      tone.start(begin + at);
      tone.stop(begin + at + 1);
    }
  } catch {
    // No sound here: the clock says the same.
  }
}
