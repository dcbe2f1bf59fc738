import { type ChatState, type ConversationState, conversationTitle } from '@vibe/client';
import type { User } from '@vibe/contract';
import { hasWords, plain, wordsOf } from '../people/match-name.ts';

/** People change rarely and are compared at every keystroke. */
const plainNames = new WeakMap<User, string>();

function plainName(user: User): string {
  const known = plainNames.get(user);
  if (known !== undefined) return known;
  const name = plain(user.fullName);
  plainNames.set(user, name);
  return name;
}

/** Those whose name, or another member's, is what the query looks for: the first, where it is theirs, before the rest. */
export function matchingConversations(
  chat: ChatState,
  listed: readonly ConversationState[],
  query: string,
): readonly ConversationState[] {
  const words = wordsOf(query);
  if (words.length === 0) return listed;
  const isCalled = ({ conversation }: ConversationState) =>
    hasWords(plain(conversationTitle(chat, conversation)), words);
  const hasMember = ({ memberships }: ConversationState) =>
    [...memberships.values()].some(
      ({ userId, leftAt, user }) =>
        userId !== chat.userId && leftAt === null && hasWords(plainName(user), words),
    );
  const called = listed.filter(isCalled);
  const named = new Set(called);
  return [...called, ...listed.filter((known) => !named.has(known) && hasMember(known))];
}
