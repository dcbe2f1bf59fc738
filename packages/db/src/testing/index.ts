export { createTestDatabase } from './create-test-database.ts';
export { type PostgresServer, startPostgres } from './start-postgres.ts';
