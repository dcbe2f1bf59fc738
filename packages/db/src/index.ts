export type { Database } from './database.ts';
export { type DatabaseClient, openClient } from './database-client.ts';
export { DatabaseInUseError } from './embedded/database-in-use-error.ts';
export { refreshStatistics } from './embedded/refresh-statistics.ts';
export { migrate } from './migrate.ts';
export { MigrationError } from './migrations/migration-error.ts';
export { connectDatabase, openDatabase } from './open-database.ts';
export { createStores, type Stores } from './stores/create-stores.ts';
export { writesInFlight } from './writes-in-flight.ts';
