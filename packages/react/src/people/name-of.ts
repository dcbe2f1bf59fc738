import type { ChatState } from '@vibe/client';
import type { Text } from '../text/text.ts';

/** A person's name, as far as it is known. */
export const nameOf = (state: ChatState, userId: number, text: Text): string =>
  state.users.get(userId)?.fullName ?? text.people.somebody;
