import { fileURLToPath } from 'node:url';

/** Where Prisma keeps this repository's migrations and schema. */
export const migrationsDirectory = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url));
export const schemaPath = fileURLToPath(new URL('../../../../prisma/schema.prisma', import.meta.url));
