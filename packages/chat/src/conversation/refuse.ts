import { type ChatError, forbidden, notFound } from '../chat-error.ts';
import type { Held } from './change-conversation.ts';

/** The answer to somebody without the right: outsiders learn nothing, members learn why. */
export function refuse({ head, membership }: Held, deed: string): ChatError {
  if (!membership) return notFound('conversation');
  if (head.type === 'direct') return forbidden(`This is a conversation of two: nobody can ${deed}.`);
  return forbidden(`In this group you may not ${deed}.`);
}
