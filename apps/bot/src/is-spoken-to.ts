import type { Conversation, Message, User } from '@vibe/contract';

/** Whether a message wants an answer: all that somebody says to the bot alone, and in a group what names it. */
export function isSpokenTo(me: User, type: Conversation['type'] | undefined, message: Message): boolean {
  if (message.senderId === me.id || message.kind !== 'text' || message.content === null) return false;
  return type === 'direct' || message.content.toLowerCase().includes(`@${me.fullName.toLowerCase()}`);
}
