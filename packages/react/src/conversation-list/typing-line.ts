import type { ChatState, ConversationState } from '@vibe/client';
import { firstName } from '../people/first-name.ts';
import { nameOf } from '../people/name-of.ts';
import type { Text } from '../text/text.ts';

/** Who types in the conversation, in few words; null when nobody does. */
export function typingLine(
  chat: ChatState,
  { conversation }: ConversationState,
  userIds: readonly number[],
  text: Text,
): string | null {
  const [first] = userIds;
  if (first === undefined) return null;
  if (conversation.type === 'direct') return text.list.typing;
  if (userIds.length > 1) return text.list.manyType(userIds.length);
  return text.list.oneTypes(firstName(nameOf(chat, first, text)));
}
