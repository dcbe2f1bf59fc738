import type { KnownConversation } from '@vibe/client';
import type { Message, User } from '@vibe/contract';

/** What one person sees, in a shape that a screen and a fetch have in common. */
export interface View {
  /** The conversations' ids, as the list has them. */
  order: number[];
  conversations: Record<number, ConversationView>;
  /** Everyone they share a conversation with. */
  users: Record<number, User | undefined>;
}

/** `version` also counts what not everybody is told of. */
export interface ConversationView extends Omit<KnownConversation, 'version'> {
  /** By seq. */
  messages: Record<number, Message>;
}

interface Seen {
  conversation: KnownConversation;
  messages: readonly Message[];
}

/** @param seen In the order of the list. */
export function viewOf(seen: readonly Seen[], users: ReadonlyMap<number, User>): View {
  const members = seen.flatMap(({ conversation }) => conversation.participants.map(({ userId }) => userId));
  return {
    order: seen.map(({ conversation }) => conversation.id),
    conversations: Object.fromEntries(seen.map((each) => [each.conversation.id, conversationView(each)])),
    users: Object.fromEntries(members.map((userId) => [userId, users.get(userId)])),
  };
}

function conversationView({ conversation, messages }: Seen): ConversationView {
  const { version: _, ...view } = conversation;
  return { ...view, messages: Object.fromEntries(messages.map((message) => [message.seq, message])) };
}
