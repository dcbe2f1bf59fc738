import type { SlackFolder } from './slack-folder.ts';
import type { SlackMessage, SlackUser } from './slack-schema.ts';

/** What the ids in Slack's texts stand for. */
export interface SlackNames {
  /** How others saw the person in Slack: the display name where there is one. */
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
}

/** Looks names up in the export's lists. */
export function slackNames({ users, channels }: Pick<SlackFolder, 'users' | 'channels'>): SlackNames {
  const userNames = new Map(users.map((user) => [user.id, shownName(user)]));
  const channelNames = new Map(channels.map((channel) => [channel.id, channel.name || undefined]));
  return { user: (id) => userNames.get(id), channel: (id) => channelNames.get(id) };
}

function shownName({ profile, real_name, name, id }: SlackUser): string {
  return profile?.display_name || profile?.real_name || real_name || name || id;
}

/** The names that a person's account may get, best first. */
export function fullNamesOf({ profile, real_name, name, id }: SlackUser) {
  return [profile?.real_name, real_name, profile?.display_name, name, id];
}

/** The same for an author whom the export's lists do not know: a guest of another workspace, or a bot. */
export function fullNamesIn({ user_profile, username, bot_profile }: SlackMessage, id: string) {
  return [user_profile?.real_name, user_profile?.display_name, username, bot_profile?.name, id];
}
