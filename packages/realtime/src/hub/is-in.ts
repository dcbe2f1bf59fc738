import type { Hub } from './hub.ts';
import type { Sweep } from './sweep.ts';

/** The hub may not have heard yet that somebody came into the one conversation they ask for: look again before saying no. */
export async function isIn(
  { userId, conversationId }: { userId: number; conversationId: number | null },
  hub: Hub,
  sweep: Sweep,
): Promise<boolean> {
  if (conversationId === null || hub.isMember(userId, conversationId)) return true;
  await sweep.now();
  return hub.isMember(userId, conversationId);
}
