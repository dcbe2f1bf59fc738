import type { Bus, ChangeLog, Notice } from '@vibe/chat';
import { vi } from 'vitest';
import { createRealtime, memoryBus, type Realtime } from '../src/index.ts';
import { silentTelemetry } from '../src/telemetry.ts';
import { FakeDatabase } from './fake-database.ts';

/** Lets everything that is due now happen: microtasks, and timers of no length. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
export const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export interface LiveScene extends AsyncDisposable {
  db: FakeDatabase;
  bus: Bus;
  live: Realtime;
  lastSeen: Map<number, Date>;
  logged: string[];
  paces: string[];
  /** As telemetry counts them. */
  readonly openStreams: number;
  /** Another instance on the same database and bus. The scene disposes of it, too. */
  another(): Promise<Realtime>;
  /** Rings the bus for what was committed. */
  tell(...notices: Notice[]): Promise<void>;
}

export interface SceneOptions {
  bus?: Bus;
  /** Stands between the live side and the database. */
  changeLog?: (changeLog: ChangeLog) => ChangeLog;
}

/** A live side over a database in memory, under fake timers. What it logs is not expected unless a test looks at it. */
export async function liveScene(options: SceneOptions = {}): Promise<LiveScene> {
  vi.useFakeTimers({ now: new Date('2026-01-01T12:00:00.000Z') });
  const db = new FakeDatabase();
  const bus = options.bus ?? memoryBus();
  const lastSeen = new Map<number, Date>();
  const logged: string[] = [];
  const paces: string[] = [];
  let openStreams = 0;
  const instances: Realtime[] = [];
  const another = async () => {
    const instance = createRealtime({
      bus,
      changeLog: options.changeLog?.(db.changeLog) ?? db.changeLog,
      users: {
        setLastSeen: async (userId, at) => void lastSeen.set(userId, at),
        lastSeen: async (userIds) => new Map([...lastSeen].filter(([userId]) => userIds.includes(userId))),
        sharingConversation: async (userId, otherIds) => db.sharing(userId, otherIds),
      },
      clock: { now: () => new Date() },
      log: (message) => logged.push(message),
      telemetry: {
        ...silentTelemetry,
        paceChanged: (pace) => paces.push(pace),
        streamOpened: () => {
          openStreams += 1;
        },
        streamClosed: () => {
          openStreams -= 1;
        },
      },
    });
    instances.push(instance);
    await instance.start();
    return instance;
  };
  const live = await another();
  return {
    db,
    bus,
    live,
    get openStreams() {
      return openStreams;
    },
    lastSeen,
    logged,
    paces,
    another,
    async tell(...notices) {
      for (const notice of notices) bus.publish(notice);
      await settle();
    },
    async [Symbol.asyncDispose]() {
      for (const instance of instances) await instance[Symbol.asyncDispose]();
      vi.useRealTimers();
    },
  };
}
