import type { KnownConversation } from '@vibe/client';
import type { Text } from '../text/text.ts';
import { successorOf } from './successor-of.ts';

/** What it means that somebody leaves: for them, and for who owns the group then. */
export function describeLeaving(
  { participants, participantCount }: Pick<KnownConversation, 'participants' | 'participantCount'>,
  leavingId: number,
  { details }: Pick<Text, 'details'>,
): string {
  if (participantCount <= 1) return details.leaveAlone;
  const successor = successorOf(participants, leavingId);
  return successor
    ? `${details.leaveEffect} ${details.leaveHandsOver(successor.user.fullName)}`
    : details.leaveEffect;
}
