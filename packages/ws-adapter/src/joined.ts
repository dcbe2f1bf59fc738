interface Joined {
  frames: readonly Buffer[];
  whole: Buffer;
}

/** By the first of its frames, with which it is forgotten. */
const byFirst = new WeakMap<Buffer, Joined>();

/**
 * Frames as one buffer, to be written at once: the same one for all readers who get the same frames, as those of one group do. To
 * Node several buffers in one write are a good deal dearer than one.
 */
export function joined(frames: readonly Buffer[]): Buffer {
  const [first, second] = frames;
  if (!first || !second) return first ?? Buffer.alloc(0);
  const known = byFirst.get(first);
  if (known && areSame(known.frames, frames)) return known.whole;
  const whole = Buffer.concat(frames);
  byFirst.set(first, { frames, whole });
  return whole;
}

const areSame = (one: readonly Buffer[], other: readonly Buffer[]): boolean =>
  one.length === other.length && one.every((frame, index) => frame === other[index]);
