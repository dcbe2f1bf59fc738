import { router } from '../trpc.ts';
import { block } from './block.ts';
import { byId } from './by-id.ts';
import { deactivate } from './deactivate.ts';
import { listActive } from './list-active.ts';
import { listBlocked } from './list-blocked.ts';
import { search } from './search.ts';
import { unblock } from './unblock.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';

export const userRouter = router({
  search,
  byId,
  update,
  listActive,
  upsert,
  deactivate,
  block,
  unblock,
  listBlocked,
});
