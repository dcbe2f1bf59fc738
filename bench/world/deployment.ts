import { migrate, openDatabase } from '@vibe/db';
import { type RedisServer, startRedis } from '@vibe/realtime/testing';
import { inDatabase, type OwnDatabase, startBenchPostgres } from './bench-postgres.ts';
import { type LargeDatabases, openLargeDatabases } from './large-databases.ts';
import { populate } from './populate.ts';
import { inhabitantsOf, type Shape } from './shape.ts';

/** What all servers of a run share: Postgres, whose commits reach the disk, and one Redis for those who want it. */
export interface Deployment extends AsyncDisposable {
  postgresVersion: string;
  /** Where our server leaves profiles of what its processor did; null: nowhere. */
  profileDirectory: string | null;
  /** An empty one, for the references. */
  emptyDatabase(): Promise<OwnDatabase>;
  /** Ours, with people and groups in it. */
  populatedDatabase(shape: Shape): Promise<OwnDatabase>;
  /** Ours, with years of chat in it: so many messages. */
  largeDatabase(messages: number): Promise<OwnDatabase>;
  redis(): Promise<RedisServer>;
}

export async function startDeployment(profileDirectory: string | null): Promise<Deployment> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startBenchPostgres());

  let redis: RedisServer | null = null;
  let large: Promise<LargeDatabases> | null = null;
  const templates = new Map<string, Promise<OwnDatabase>>();
  const templateOf = async (shape: Shape): Promise<OwnDatabase> => {
    const database = await postgres.create();
    await using opened = await openDatabase({ url: database.url, dataDir: '' });
    await migrate(opened);
    await inDatabase(database.url, (client) => populate(client, inhabitantsOf(shape)));
    return database;
  };
  const held = started.move();
  return {
    postgresVersion: postgres.version,
    profileDirectory,
    emptyDatabase: () => postgres.create(),
    async populatedDatabase(shape) {
      const key = JSON.stringify(shape);
      const template = templates.get(key) ?? templateOf(shape);
      templates.set(key, template);
      return postgres.create(new URL((await template).url).pathname.slice(1));
    },
    async largeDatabase(messages) {
      large ??= openLargeDatabases().then((opened) => held.use(opened));
      return (await large).copyOf(messages);
    },
    async redis() {
      redis ??= held.use(await startRedis());
      return redis;
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
