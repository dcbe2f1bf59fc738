import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './app-router.ts';

export { type AppRouter, appRouter } from './app-router.ts';
export type { Connection, Context, RefreshCookie } from './context.ts';
export { describeError, toTrpcError } from './errors.ts';
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
