import type { Pace } from './hub/pace.ts';

/** What a sweep did. */
interface SweepReport {
  durationMs: number;
  isOk: boolean;
  /** Conversations that it had to deliver changes of, since the bus had not. */
  missedConversations: number;
  /** Receipts that it had to deliver. */
  missedReceipts: number;
}

/** What the live side tells of itself while it works, for whoever counts it. Calls are cheap, and none may throw. */
export interface Telemetry {
  /** A socket of somebody who is signed in. */
  connectionOpened(): void;
  connectionClosed(): void;
  streamOpened(): void;
  streamClosed(): void;
  /** So many events were handed to streams: one that goes to three streams counts as three. */
  delivered(events: number): void;
  /** The hub got to a message that was sent then (ISO 8601, by the database's clock), and told it. */
  messageTold(sentAt: string): void;
  swept(report: SweepReport): void;
  /** The sweep quickens while the bus does not deliver, and goes back by itself. */
  paceChanged(pace: Pace): void;
}

export const silentTelemetry: Telemetry = {
  connectionOpened() {},
  connectionClosed() {},
  streamOpened() {},
  streamClosed() {},
  delivered() {},
  messageTold() {},
  swept() {},
  paceChanged() {},
};
