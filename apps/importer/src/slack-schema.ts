import { z } from 'zod';

// Exports write a missing field as absent, null or '', depending on the year they were made in.
const text = z.string().nullish();

const profile = z.object({ display_name: text, real_name: text, name: text }).nullish();

export const SlackUser = z.object({ id: z.string(), name: text, real_name: text, profile });

export const SlackChannel = z.object({ id: z.string(), name: text });

const file = z.object({ name: text, title: text });

const attachment = z.object({
  pretext: text,
  title: text,
  title_link: text,
  text: text,
  fallback: text,
  // Only previews of links that the message itself contains have these.
  from_url: text,
  original_url: text,
});

export const SlackMessage = z.object({
  /** Seconds since 1970 with six decimals; names the message within its channel. */
  ts: z.string().regex(/^\d{9,11}\.\d{1,6}$/, 'Expected a time such as 1704103200.000100'),
  subtype: text,
  hidden: z.boolean().nullish(),
  user: text,
  user_profile: profile,
  bot_id: text,
  username: text,
  bot_profile: z.object({ name: text }).nullish(),
  text,
  edited: z.object({ ts: z.string() }).nullish(),
  file: file.nullish(),
  files: z.array(file).nullish(),
  attachments: z.array(attachment).nullish(),
  blocks: z.unknown().optional(),
});

export type SlackUser = z.infer<typeof SlackUser>;
export type SlackChannel = z.infer<typeof SlackChannel>;
export type SlackMessage = z.infer<typeof SlackMessage>;
