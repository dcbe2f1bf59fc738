import type { Dialect } from './dialect.ts';
import { plain } from './plain.ts';
import { socketIo } from './socket-io.ts';
import { trpcDocumented } from './trpc-documented.ts';
import { vibe } from './vibe.ts';

export const dialects = {
  vibe,
  plain,
  'socket-io': socketIo,
  'trpc-documented': trpcDocumented,
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
