import { setImmediate as turn } from 'node:timers/promises';
import { GroupCommit, type GroupCommitOptions } from '../src/group-commit/group-commit.ts';
import { silentWriteTelemetry } from '../src/group-commit/write-telemetry.ts';

export interface Item {
  conversationId: number;
  /** How many items came before it. */
  id: number;
}

export interface HeldWrite {
  items: Item[];
  /** Ends it: as it should, when nothing is given. */
  end(error?: Error): Promise<void>;
}

/** A group commit whose writes end when a test says so. What is written answers with the item's id. */
export function heldWrites(limits: Partial<Omit<GroupCommitOptions<Item, number>, 'write'>> = {}) {
  const open: HeldWrite[] = [];
  const started: Item[][] = [];
  const commit = new GroupCommit<Item, number>({
    maxInFlight: 1,
    patienceMs: 10_000,
    maxItems: 10,
    maxWaiting: 1_000,
    telemetry: silentWriteTelemetry,
    ...limits,
    write(items) {
      const { promise, resolve, reject } = Promise.withResolvers<number[]>();
      const write: HeldWrite = {
        items,
        async end(error) {
          open.splice(open.indexOf(write), 1);
          if (error) reject(error);
          else resolve(items.map(({ id }) => id));
          await turn();
        },
      };
      open.push(write);
      started.push(items);
      return promise;
    },
  });
  let count = 0;
  return {
    /** Those under way, in the order of their start. */
    open,
    /** What each write had, in the order of their start. */
    started,
    send(conversationId: number): Promise<number> {
      const sent = commit.write({ conversationId, id: count++ });
      // Looked at later; nobody is told of it meanwhile.
      sent.catch(() => {});
      return sent;
    },
  };
}
