import { join } from 'node:path';
import type { DialectName } from '../load/dialects/all-dialects.ts';
import { startPinned } from '../process/pinned.ts';
import { inhabitantsOf } from '../world/shape.ts';
import type { Contender } from './contender.ts';
import { loadPeople } from './load-people.ts';

/** A server of `bench/references`, on an empty database. */
const reference = (name: string, file: string, dialect: DialectName): Contender => ({
  name,
  async start(deployment, shape) {
    await using started = new AsyncDisposableStack();
    const database = started.use(await deployment.emptyDatabase());
    const program = started.use(
      startPinned({
        part: 'server',
        file: join(import.meta.dirname, '../references', file),
        args: [database.url],
      }),
    );
    const port = await program.printed(/"port":(\d+)/);
    const people = await loadPeople(inhabitantsOf(shape), async () => '');
    const held = started.move();
    return {
      dialect,
      urls: [`http://127.0.0.1:${port}`],
      pids: [program.pid],
      databaseUrl: database.url,
      people,
      [Symbol.asyncDispose]: () => held.disposeAsync(),
    };
  },
});

export const bareWs = reference('bare ws', 'bare-ws.ts', 'plain');
export const bareGroupCommit = reference('bare ws with group commit', 'bare-group-commit.ts', 'plain');
export const bareHistory = reference('bare ws that reads each group once', 'bare-history.ts', 'plain');
export const socketIo = reference('Socket.IO', 'socket-io.ts', 'socket-io');
export const trpcDocumented = reference('tRPC as documented', 'trpc-documented.ts', 'trpc-documented');
