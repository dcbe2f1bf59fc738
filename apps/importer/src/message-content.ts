import type { ImportWarnings } from './import-warnings.ts';
import type { ImportedMessage } from './imported-chat.ts';
import { stableId } from './stable-id.ts';

const EMPTY_CONTENT = '[empty message]';
const BLANK = /^[\s\p{Z}\p{Cc}\p{Cf}]*$/u;

/** Gives the message with content that the chat accepts: one message, or several in a row where it is too long. */
export function* acceptableParts(
  message: ImportedMessage,
  maxChars: number,
  warnings: ImportWarnings,
): Generator<ImportedMessage> {
  const content = message.content.replaceAll('\0', '\ufffd').toWellFormed();
  if (content.includes('\ufffd')) warnings.unreadable += 1;
  const parts = splitAt(content, maxChars).filter((part) => !BLANK.test(part));
  if (parts.length === 0) warnings.blank += 1;
  if (parts.length > 1) warnings.split += 1;
  yield { ...message, content: parts[0] ?? EMPTY_CONTENT };
  for (const [index, part] of parts.slice(1).entries()) {
    yield { ...message, content: part, externalId: stableId(`${message.externalId}\npart ${index + 1}`) };
  }
}

/** Cuts a text into parts of at most `maxChars` code points; joined, they give the text again. */
export function splitAt(text: string, maxChars: number): string[] {
  if (text.length <= maxChars) return [text];
  const characters = [...text];
  const count = Math.ceil(characters.length / maxChars);
  return Array.from({ length: count }, (_, part) =>
    characters.slice(part * maxChars, (part + 1) * maxChars).join(''),
  );
}
