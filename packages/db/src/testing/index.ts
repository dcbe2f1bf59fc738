export { createTestDatabase } from './create-test-database.ts';
export { type DataSetScale, dataSetScale } from './large-data-set/data-set-scale.ts';
export { makeLargeDataSet } from './large-data-set/make-large-data-set.ts';
export { readers } from './large-data-set/plan-sql.ts';
export { type PostgresServer, startPostgres } from './start-postgres.ts';
