import type {
  ConversationHead,
  CreateConversationInput,
  Participant,
  ParticipantRole,
  Preference,
} from '@vibe/contract';
import { foldConversation } from '../folds/fold-conversation.ts';
import { foldHead } from '../folds/fold-head.ts';
import { foldParticipant } from '../folds/fold-participant.ts';
import { foldPreference } from '../folds/fold-preference.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Changes that people make. Each shows as soon as the server has answered, by the same folds as its event. They reject
 * with what `describeFailure` puts into words.
 */
export function createActions(context: SyncContext) {
  const { message, conversation } = context.api;
  const takeHead = (head: ConversationHead) => context.fold((chat) => foldHead(chat, head));
  const takePreference = (preference: Preference) => context.fold((chat) => foldPreference(chat, preference));
  const takeMember = (member: Participant) => context.fold((chat) => foldParticipant(chat, member, null));

  return {
    /** Resolves with the conversation's id: of the one that exists already, where two people have one. */
    async createConversation(input: CreateConversationInput): Promise<number> {
      const created = await conversation.create.mutate(input);
      context.fold((chat) => foldConversation(chat, created, 'listed'));
      return created.id;
    },
    /** Shows the message, as it is now, to the platform's admins. The reason may be empty. */
    report: async (messageId: number, reason: string) => message.report.mutate({ messageId, reason }),
    rename: async (conversationId: number, name: string) =>
      takeHead(await conversation.rename.mutate({ conversationId, name })),
    async addParticipants(conversationId: number, userIds: number[]) {
      const members = await conversation.addParticipants.mutate({ conversationId, userIds });
      members.forEach(takeMember);
    },
    removeParticipant: async (conversationId: number, userId: number) =>
      takeMember(await conversation.removeParticipant.mutate({ conversationId, userId })),
    leave: async (conversationId: number) => takeMember(await conversation.leave.mutate({ conversationId })),
    setRole: async (conversationId: number, userId: number, role: ParticipantRole) =>
      takeMember(await conversation.setRole.mutate({ conversationId, userId, role })),
    async setPreference(
      conversationId: number,
      fields: { mutedUntil?: string | null; isPinned?: boolean; isArchived?: boolean },
    ) {
      takePreference(await conversation.setPreference.mutate({ conversationId, ...fields }));
    },
  };
}
