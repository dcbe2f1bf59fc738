import type pg from 'pg';
import { inDatabase } from '../world/bench-postgres.ts';
import { openSessions } from '../world/populate.ts';
import type { Inhabitant } from '../world/shape.ts';
import type { Start } from './contender.ts';
import { serve } from './vibe-chat.ts';

/** Our server on a database with so many messages, for the people who are found in it. */
export const vibeChatWithHistory =
  (messages: number, find: (client: pg.Client) => Promise<Inhabitant[]>): Start =>
  async (deployment) => {
    await using started = new AsyncDisposableStack();
    const database = started.use(await deployment.largeDatabase(messages));
    const inhabitants = await inDatabase(database.url, async (client) => {
      const found = await find(client);
      await openSessions(
        client,
        found.map(({ userId }) => userId),
      );
      return found;
    });
    const running = started.use(await serve(deployment, database.url, inhabitants, 1));
    const held = started.move();
    return { ...running, [Symbol.asyncDispose]: () => held.disposeAsync() };
  };
