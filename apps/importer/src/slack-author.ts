import type { SlackMessage } from './slack-schema.ts';

// What Slack itself wrote; other subtypes (me_message, file_share, thread_broadcast, bot_message …) are someone's.
const SYSTEM_SUBTYPES =
  /^(channel|group)_|^(bot_(add|remove|enable|disable)|(un)?pinned_item|reminder_add|joiner_notification.*|huddle_thread|tabbed_canvas_updated)$/;
const NOT_A_MESSAGE = new Set(['tombstone', 'message_deleted', 'message_changed', 'message_replied']);

/** True for what stands in the export but is no message (any more). */
export function isLeftOut({ subtype, hidden }: SlackMessage): boolean {
  return hidden === true || NOT_A_MESSAGE.has(subtype ?? '');
}

/** The person or bot who wrote a message; null for what Slack wrote itself. */
export function slackAuthorId({ subtype, user, bot_id, username }: SlackMessage): string | null {
  if (subtype && SYSTEM_SUBTYPES.test(subtype)) return null;
  return user || bot_id || username || null;
}
