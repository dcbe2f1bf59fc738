import { connectDatabase, createStores, migrate, openClient, type Stores } from '@vibe/db';
import type { ImporterEnv } from './env.ts';

/** The stores of a migrated database, also of one that a running server holds. Disposing of them closes it. */
export async function openStores(location: ImporterEnv['database']): Promise<Stores & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await connectDatabase(location));
  await migrate(database);
  const stores = createStores(opened.use(openClient(database)));
  const held = opened.move();
  return { ...stores, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
