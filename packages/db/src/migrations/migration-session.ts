import { PrismaPg } from '@prisma/adapter-pg';
import type {
  SqlDriverAdapter,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { charColumns } from './char-columns.ts';
import { createSchemaEngine } from './schema-engine.ts';

/** The lock that Prisma's own commands take, so that they and we exclude each other. */
const prismaAdvisoryLock = 72707369;

/** A connection of its own, on which Prisma's migration engine works, one transaction at a time. */
export type MigrationSession = {
  /**
   * Lets `work` use the engine in one transaction, which waits its turn among all instances on the same database.
   * What fails leaves no trace, not even in `_prisma_migrations`.
   */
  exclusively<T>(work: (engine: SchemaEngine) => Promise<T>): Promise<T>;

  /** The same, but nothing of it stays. */
  tentatively<T>(work: (engine: SchemaEngine) => Promise<T>): Promise<T>;

  [Symbol.asyncDispose](): Promise<void>;
};

export async function openMigrationSession(connection: pg.PoolConfig): Promise<MigrationSession> {
  const chars = charColumns();
  const factory = new PrismaPg({ ...connection, max: 1, onConnect: chars.onConnect });
  const adapter = await factory.connect();

  async function inTransaction<T>(
    end: 'COMMIT' | 'ROLLBACK',
    work: (engine: SchemaEngine) => Promise<T>,
  ): Promise<T> {
    const transaction = await adapter.startTransaction();
    const connect = async (): Promise<SqlDriverAdapter> => withinTransaction(transaction, chars.restored);
    const { provider, adapterName } = factory;
    try {
      await run(transaction, `SELECT pg_advisory_xact_lock(${prismaAdvisoryLock})`);
      using engine = await createSchemaEngine({ provider, adapterName, connect, connectToShadowDb: connect });
      const result = await work(engine);
      await run(transaction, end);
      return result;
    } catch (error) {
      await run(transaction, 'ROLLBACK').catch(() => {}); // A lost connection has rolled back already.
      throw error;
    } finally {
      // Prisma's name for it; it gives the connection back and sends nothing.
      await transaction.commit();
    }
  }

  return {
    exclusively: (work) => inTransaction('COMMIT', work),
    tentatively: (work) => inTransaction('ROLLBACK', work),
    [Symbol.asyncDispose]: () => adapter.dispose(),
  };
}

/** The transaction as the engine may use it: a failed statement must not spoil what follows it. */
function withinTransaction(
  transaction: Transaction,
  restored: (result: SqlResultSet) => SqlResultSet,
): SqlDriverAdapter {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: (query) => savepoint(transaction, async () => restored(await transaction.queryRaw(query))),
    executeRaw: (query) => savepoint(transaction, () => transaction.executeRaw(query)),
    // Not the adapter's own: it cuts scripts at every semicolon, also inside function bodies.
    executeScript: (script) => savepoint(transaction, () => run(transaction, script)),
    startTransaction: () => Promise.reject(new Error('A migration is one transaction already.')),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: async () => {},
  };
}

async function savepoint<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  await run(transaction, 'SAVEPOINT step');
  try {
    const result = await work();
    await run(transaction, 'RELEASE step');
    return result;
  } catch (error) {
    await run(transaction, 'ROLLBACK TO step; RELEASE step');
    throw error;
  }
}

/** Without arguments a query goes by the simple protocol, which takes any number of statements. */
async function run(queryable: SqlQueryable, sql: string): Promise<void> {
  const query: SqlQuery = { sql, args: [], argTypes: [] };
  await queryable.executeRaw(query);
}
