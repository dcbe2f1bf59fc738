import { initTRPC } from '@trpc/server';
import type { Context } from './context.ts';
import { describeError } from './errors.ts';

export const t = initTRPC.context<Context>().create({
  // A stack trace tells strangers how we are built.
  isDev: false,
  errorFormatter({ shape, error }) {
    const { message, data } = describeError(error);
    return { ...shape, message, data: { ...shape.data, chat: data } };
  },
});

export const router = t.router;
