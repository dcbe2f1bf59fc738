import { router } from '../trpc.ts';
import { list } from './list.ts';
import { markDelivered } from './mark-delivered.ts';
import { markRead } from './mark-read.ts';
import { stream } from './stream.ts';

export const receiptRouter = router({ markRead, markDelivered, list, stream });
