import { router } from '../trpc.ts';
import { byId } from './by-id.ts';
import { deleteMessage } from './delete.ts';
import { edit } from './edit.ts';
import { list } from './list.ts';
import { report } from './report.ts';
import { send } from './send.ts';
import { stream } from './stream.ts';

export const messageRouter = router({ send, edit, delete: deleteMessage, list, byId, report, stream });
