import { type ConversationHead, can, type RenameConversationInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { changeConversation } from './change-conversation.ts';
import { refuse } from './refuse.ts';

/** Renames a group; the same name again changes nothing. @throws `NOT_FOUND`, `FORBIDDEN` */
export async function renameConversation(
  deps: ChatDeps,
  caller: Caller,
  input: RenameConversationInput,
): Promise<ConversationHead> {
  const { result, changes } = await changeConversation(
    deps,
    caller.userId,
    input.conversationId,
    async (held) => {
      const { conversation, head, membership } = held;
      if (!can(caller, 'conversation.rename', { conversation: head, membership }))
        throw refuse(held, 'rename it');
      const from = head.name ?? '';
      if (from === input.name) return head;
      await conversation.rename(input.name);
      await conversation.announce(caller.userId, { type: 'group.renamed', from, to: input.name });
      return head;
    },
  );
  const renamed = changes.find((change) => change.kind === 'conversation');
  return renamed?.conversation ?? result;
}
