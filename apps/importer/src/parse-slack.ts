import { type ImportWarnings, noWarnings } from './import-warnings.ts';
import type { ImportedChat, ImportedMessage, ImportedPerson } from './imported-chat.ts';
import { importedPerson } from './imported-person.ts';
import { acceptableParts } from './message-content.ts';
import { isLeftOut, slackAuthorId } from './slack-author.ts';
import { slackContent } from './slack-content.ts';
import { openSlackFolder, type SlackFolder } from './slack-folder.ts';
import { fullNamesIn, fullNamesOf, type SlackNames, slackNames } from './slack-names.ts';
import { inTimeOrder, microsecondsOf, readDay } from './slack-order.ts';
import type { SlackMessage } from './slack-schema.ts';
import { stableId } from './stable-id.ts';

export interface SlackOptions {
  /** Name or id of the channel to import; not needed if the export has one. */
  readonly channel?: string | undefined;
  /** Longest content of one message, in code points. */
  readonly maxChars: number;
}

/**
 * Opens one channel of an unpacked Slack export. Its files are read twice: now, to learn who wrote, and again,
 * a day at a time, as `messages` is read. A message is named by its channel and time, so one that was edited
 * between two exports is still the same. Replies in threads stand in the order of time; deleted messages and
 * Slack's hidden change records are left out and counted; reactions are not read.
 *
 * @throws ImportError if the folder is no Slack export, or the channel is not clear
 */
export async function parseSlack(folder: string, options: SlackOptions): Promise<ImportedChat> {
  const slack = await openSlackFolder(folder, options.channel);
  const { people, messageCount, earliest } = await survey(slack);
  const warnings = noWarnings();
  const messages = readMessages(slack, earliest, options.maxChars, warnings);
  return { source: 'slack', people, messageCount, messages, warnings };
}

async function survey({ users, dayFiles }: SlackFolder) {
  const known = new Map(users.map((user) => [user.id, fullNamesOf(user)]));
  const people = new Map<string, ImportedPerson>();
  const earliest: number[] = [];
  let messageCount = 0;
  for (const path of dayFiles) {
    const messages = await readDay(path);
    earliest.push(
      messages.reduce((min, { ts }) => Math.min(min, microsecondsOf(ts)), Number.POSITIVE_INFINITY),
    );
    for (const message of messages.filter((one) => !isLeftOut(one))) {
      messageCount += 1;
      const id = slackAuthorId(message);
      if (id === null || people.has(id)) continue;
      people.set(id, importedPerson(personId(id), ...(known.get(id) ?? fullNamesIn(message, id))));
    }
  }
  return { people: [...people.values()], messageCount, earliest };
}

async function* readMessages(
  slack: SlackFolder,
  earliest: readonly number[],
  maxChars: number,
  warnings: ImportWarnings,
): AsyncGenerator<ImportedMessage> {
  const names = slackNames(slack);
  for await (const message of inTimeOrder(slack.dayFiles, earliest)) {
    if (isLeftOut(message)) warnings.skipped += 1;
    else yield* acceptableParts(messageOf(message, slack.channel.id, names), maxChars, warnings);
  }
}

function messageOf(message: SlackMessage, channelId: string, names: SlackNames): ImportedMessage {
  const authorId = slackAuthorId(message);
  const imported = {
    externalId: stableId(`slack\n${channelId}\n${message.ts}`),
    authorExternalId: authorId === null ? null : personId(authorId),
    kind: authorId === null ? 'system' : 'text',
    content: slackContent(message, names),
    sentAt: dateOf(message.ts),
  } as const;
  return message.edited ? { ...imported, editedAt: dateOf(message.edited.ts) } : imported;
}

function personId(id: string): string {
  return `slack:${id.replaceAll('\0', '').toWellFormed()}`;
}

function dateOf(ts: string): Date {
  return new Date(Math.floor(microsecondsOf(ts) / 1000));
}
