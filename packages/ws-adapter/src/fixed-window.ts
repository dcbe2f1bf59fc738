/** Allows `points` in every `seconds`, beginning with the first. */
export function fixedWindow({ points, seconds }: { points: number; seconds: number }): () => boolean {
  let left = 0;
  let endsAt = 0;
  return () => {
    const now = performance.now();
    if (now >= endsAt) {
      left = points;
      endsAt = now + seconds * 1000;
    }
    left -= 1;
    return left >= 0;
  };
}
