import { router } from '../trpc.ts';
import { set } from './set.ts';
import { stream } from './stream.ts';

export const typingRouter = router({ set, stream });
