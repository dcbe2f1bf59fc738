import { join } from 'node:path';
import { keptDirectory } from '../../world/kept-directory.ts';

const recipe = ['conversations.ts', 'import-items.ts', 'message-text.ts', 'populate.ts'];

/** Where the world is kept between runs. */
export const worldDirectory = (): string =>
  keptDirectory(
    'web',
    recipe.map((file) => join(import.meta.dirname, file)),
  );
