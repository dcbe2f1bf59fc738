import { router } from '../trpc.ts';
import { set } from './set.ts';
import { stream } from './stream.ts';

export const presenceRouter = router({ set, stream });
