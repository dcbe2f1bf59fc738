/** `busy`: nothing was written, and where it was of several conversations, it is tried again. */
export type WriteOutcome = 'ok' | 'busy' | 'failed';

/** What group commits tell of themselves, for whoever counts it. Calls are cheap, and none may throw. */
export interface WriteTelemetry {
  /** So many items wait now. */
  waiting(count: number): void;
  /** One was refused since too many waited. */
  refused(): void;
  written(write: { items: number; durationMs: number; outcome: WriteOutcome }): void;
}

export const silentWriteTelemetry: WriteTelemetry = {
  waiting() {},
  refused() {},
  written() {},
};
