import { router } from '../trpc.ts';
import { addParticipants } from './add-participants.ts';
import { byId } from './by-id.ts';
import { create } from './create.ts';
import { leave } from './leave.ts';
import { list } from './list.ts';
import { removeParticipant } from './remove-participant.ts';
import { rename } from './rename.ts';
import { setPreference } from './set-preference.ts';
import { setRole } from './set-role.ts';
import { stream } from './stream.ts';

export const conversationRouter = router({
  create,
  list,
  byId,
  rename,
  addParticipants,
  removeParticipant,
  leave,
  setRole,
  setPreference,
  stream,
});
