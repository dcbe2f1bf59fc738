import { authRouter } from './auth/router.ts';
import { conversationRouter } from './conversation/router.ts';
import { messageRouter } from './message/router.ts';
import { presenceRouter } from './presence/router.ts';
import { receiptRouter } from './receipt/router.ts';
import { reportRouter } from './report/router.ts';
import { syncRouter } from './sync/router.ts';
import { router } from './trpc.ts';
import { typingRouter } from './typing/router.ts';
import { userRouter } from './user/router.ts';

/** Everything that can be called, by noun. */
export const appRouter = router({
  auth: authRouter,
  user: userRouter,
  conversation: conversationRouter,
  message: messageRouter,
  report: reportRouter,
  receipt: receiptRouter,
  typing: typingRouter,
  presence: presenceRouter,
  sync: syncRouter,
});

export type AppRouter = typeof appRouter;
