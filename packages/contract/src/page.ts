import { z } from 'zod';
import { limits } from './limits.ts';

/** How many rows a list answers with. */
export const PageLimit = z
  .int({ error: 'limit must be a whole number' })
  .min(1, 'limit must be at least 1')
  .max(limits.pageRows, `limit must be at most ${limits.pageRows}`)
  .default(limits.pageRowsDefault);

/** Where the next page starts: an opaque string from the page before. The longest has a person's name in it, escaped and encoded. */
export const PageKey = z.string().max(10 * limits.nameChars, 'after is not a key that a page gave');
