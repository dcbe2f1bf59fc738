import type { ImportResult } from './import-chat.ts';
import { describeWarnings } from './import-warnings.ts';
import type { ImportedChat } from './imported-chat.ts';
import type { ImportOptions } from './options.ts';

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
const names = new Intl.ListFormat('en', { type: 'conjunction' });

/** What was done, for whoever did it: a line for each thing to know. */
export function summary(
  { added, known, retimed, joined, isComplete }: ImportResult,
  { source, people, warnings }: ImportedChat,
  { group, timeZone }: ImportOptions,
): string {
  return [
    `"${group}" got ${count(added, 'new message', 'new messages')}; ${count(known, 'was', 'were')} there already. ` +
      `The export has ${count(people.length, 'person', 'people')}.`,
    !isComplete && 'It was stopped before the end. Run the same command again to go on from there.',
    joined.length > 0 && `New in the group: ${names.format(joined)}.`,
    source === 'whatsapp' && added > 0 && `Times were read as those of ${timeZone} (--tz).`,
    retimed > 0 &&
      'Messages that show another time than the export says, because theirs is before that of the message ' +
        `above or still to come: ${retimed}`,
    ...describeWarnings(warnings),
  ]
    .filter((line) => line !== false)
    .join('\n');
}
