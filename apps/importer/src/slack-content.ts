import { emojiIn, textInBlocks } from './slack-blocks.ts';
import { slackMarkupToText } from './slack-markup.ts';
import type { SlackNames } from './slack-names.ts';
import type { SlackMessage } from './slack-schema.ts';

/** What a Slack message says, as plain text: its text, its attachments' and a `[file: name]` line for each file. */
export function slackContent(message: SlackMessage, names: SlackNames): string {
  const attachments = (message.attachments ?? []).filter((one) => !one.from_url && !one.original_url);
  const markup = [message.text, ...attachments.map(attachmentMarkup)].filter((part) => part?.trim());
  if (markup.length === 0) markup.push(textInBlocks(message.blocks));
  const text = slackMarkupToText(markup.join('\n'), names, emojiIn(message.blocks));
  return [text, ...fileLines(message)].filter((line) => line !== '').join('\n');
}

type Attachment = NonNullable<SlackMessage['attachments']>[number];

/** What apps add below a message, and all that many of them say. Previews of links say nothing of their own. */
function attachmentMarkup({ pretext, title, title_link, text, fallback }: Attachment): string {
  const heading = title && title_link ? `<${title_link}|${title}>` : title;
  const parts = [pretext, heading, text].filter((part) => part?.trim());
  return parts.length > 0 ? parts.join('\n') : (fallback ?? '');
}

function fileLines({ file, files }: SlackMessage): string[] {
  const all = files ?? (file ? [file] : []);
  return all.map(({ name, title }) => `[file: ${name || title || 'unnamed'}]`);
}
