import { useNow } from '../format/use-now.ts';
import { useChatContext } from '../provider/use-chat.ts';
import { describePresence } from './describe-presence.ts';
import { usePresenceOf } from './use-presence.ts';

/** A followed person's presence in words, which age. */
export function PresenceLine({ userId }: { userId: number }) {
  const presence = usePresenceOf(userId);
  return (
    <span data-presence={presence?.status}>{describePresence(presence, useNow(), useChatContext())}</span>
  );
}
