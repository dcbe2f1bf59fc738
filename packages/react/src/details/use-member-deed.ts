import type { ParticipantRole } from '@vibe/contract';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useDeed } from '../ui/use-deed.ts';
import { useConversationDeeds } from './use-details.ts';

/** What is done to a member from their row, where it also shows that it is under way, or why it failed. */
export function useMemberDeed(conversationId: number, userId: number) {
  const deeds = useConversationDeeds(conversationId);
  const { setOpen } = useOpenConversation();
  const { run, isBusy, problem } = useDeed((make: () => Promise<void>) => make());
  return {
    isBusy,
    problem,
    message: () => run(async () => setOpen({ conversationId: await deeds.openDirect(userId) })),
    setRole: (role: ParticipantRole) => run(() => deeds.setRole(userId, role)),
  };
}
