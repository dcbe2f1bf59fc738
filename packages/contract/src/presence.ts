import { z } from 'zod';
import { UserId } from './ids.ts';
import { limits } from './limits.ts';

/** A person's presence, as those who share a conversation with them see it. */
export interface Presence {
  userId: number;
  status: 'online' | 'away' | 'offline';
  /** When they were last connected; null while they are, and when they never were. ISO 8601. */
  lastSeenAt: string | null;
}

export const SetPresenceInput = z.object({ isAway: z.boolean() });
/** The people on the caller's screen. Those they share no conversation with are left out of the answers. */
export const PresenceStreamInput = z.object({
  userIds: z
    .array(UserId)
    .max(limits.presenceUsers, `presence follows at most ${limits.presenceUsers} people at a time`),
});
export type SetPresenceInput = z.infer<typeof SetPresenceInput>;
export type PresenceStreamInput = z.infer<typeof PresenceStreamInput>;
