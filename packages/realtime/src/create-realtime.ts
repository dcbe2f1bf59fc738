import type { Bus, ChangeLog, Clock, Live } from '@vibe/chat';
import { durableStream } from './hub/durable-stream.ts';
import { Hub } from './hub/hub.ts';
import type { StreamDeps } from './hub/stream-deps.ts';
import { Sweep } from './hub/sweep.ts';
import type { Log } from './log.ts';
import { PresenceBoard, type PresenceUsers } from './presence/presence.ts';
import { silentTelemetry, type Telemetry } from './telemetry.ts';
import { Typing } from './typing/typing.ts';

export interface RealtimeDeps {
  bus: Bus;
  changeLog: ChangeLog;
  users: PresenceUsers;
  clock: Clock;
  log: Log;
  /** Nobody counts otherwise. */
  telemetry?: Telemetry;
  /** How often the database is asked for what the bus did not deliver, while all is well. */
  sweepIntervalMs?: number;
}

export interface Realtime extends Live, AsyncDisposable {
  /** Finds out where the database stands, then sweeps. Streams that were opened before wait for it. */
  start(): Promise<void>;
}

/** The live side of one instance. Disposing of it ends every stream. */
export function createRealtime(deps: RealtimeDeps): Realtime {
  const { bus, changeLog, users, clock, log, telemetry = silentTelemetry, sweepIntervalMs = 1_000 } = deps;
  const hub = new Hub({ bus, changeLog, log, telemetry });
  const sweep = new Sweep({ hub, changeLog, log, telemetry, intervalMs: sweepIntervalMs });

  const begin = async (): Promise<void> => {
    const [epoch, mark] = await Promise.all([changeLog.epoch(), changeLog.mark()]);
    hub.moveTo(epoch, mark);
    sweep.start();
  };
  let starting: Promise<void> | null = null;
  const start = (): Promise<void> => {
    starting ??= begin().catch((error) => {
      starting = null;
      throw error;
    });
    return starting;
  };

  const streams: StreamDeps = { hub, sweep, started: start };
  const typing = new Typing(streams, bus);
  const presence = new PresenceBoard({ streams, bus, users, clock, log });
  hub.observers.push(typing, presence);

  return {
    start,
    durable: (request) => durableStream(streams, request),
    typing: (request) => typing.stream(request),
    presence: (request) => presence.stream(request),
    connect: (userId, connectionId) => counted(telemetry, presence.connect(userId, connectionId)),
    setAway: (userId, connectionId, isAway) => presence.setAway(userId, connectionId, isAway),
    onlineUserIds: () => presence.onlineUserIds(),
    onSessionsRevoked: (listener) => hub.onSessionsRevoked(listener),
    onUserChanged: (listener) => hub.onUserChanged(listener),
    async [Symbol.asyncDispose]() {
      hub.close();
      typing[Symbol.dispose]();
      await sweep.stop();
      await presence.close();
    },
  };
}

function counted(telemetry: Telemetry, close: () => void): () => void {
  telemetry.connectionOpened();
  return () => {
    telemetry.connectionClosed();
    close();
  };
}
