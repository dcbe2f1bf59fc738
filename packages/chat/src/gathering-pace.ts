/** How long to let more come, for each of those who came together the last time, and at most. */
const pauseMsEach = 5;
const pauseMsMost = 30;
/** Questions that may be sent as soon as somebody asks; from then on, one in so long. */
const freeQuestions = 4;
const spacingMs = 50;

/** When the next question that many ask together may be sent. */
export interface GatheringPace {
  /** How long from now; 0 when it may be sent at once. */
  waitMs(): number;
  /** A question of so many was sent. */
  sent(askedCount: number): void;
}

/**
 * Lets questions gather where they are many, and only there. Who asks now and then waits for nothing. Where several came
 * together, more are taken to follow, and get a moment to. And where one after the other comes, as when thousands connect again
 * within seconds, their questions are spaced: 20 a second of each kind, whatever the crowd, for 50 ms of waiting at most.
 */
export function gatheringPace(): GatheringPace {
  let togetherUntil = 0;
  // When all that was sent is paid for, at one question in `spacingMs`.
  let paidAt = 0;
  return {
    waitMs() {
      const earliest = Math.max(togetherUntil, paidAt - (freeQuestions - 1) * spacingMs);
      return Math.max(0, earliest - performance.now());
    },
    sent(askedCount) {
      const now = performance.now();
      togetherUntil = askedCount > 1 ? now + Math.min(pauseMsMost, pauseMsEach * askedCount) : 0;
      paidAt = Math.max(paidAt, now) + spacingMs;
    },
  };
}
