import { openScratchDatabase } from '../embedded/open-scratch-database.ts';
import { createMigration } from '../migrations/create-migration.ts';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: pnpm migration:create <name>, in lower case: add_reactions\n');
  process.exit(2);
}

await using scratch = await openScratchDatabase();
const path = await createMigration(name, scratch);
process.stdout.write(
  path ? `Read it before you apply it: ${path}\n` : 'The migrations already lead there.\n',
);
