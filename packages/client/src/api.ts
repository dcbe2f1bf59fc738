import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@vibe/api';

/** Every procedure of the server, typed by its router. */
export type ChatApi = TRPCClient<AppRouter>;
