import type { Presence } from '@vibe/contract';
import type { Format } from '../format/create-format.ts';
import type { Text } from '../text/text.ts';

/** "Online", "Away", or when somebody was last seen; empty where nothing is known of them. */
export function describePresence(
  presence: Presence | undefined,
  nowMs: number,
  { text, format }: { text: Text; format: Format },
): string {
  if (!presence) return '';
  const { status, lastSeenAt } = presence;
  if (status === 'offline' && lastSeenAt) return text.people.lastSeen(format.ago(lastSeenAt, nowMs));
  return text.people[status];
}
