import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportError } from './import-error.ts';
import type { ImportedChat } from './imported-chat.ts';
import type { ImportOptions } from './options.ts';
import { parseSlack } from './parse-slack.ts';
import { parseWhatsApp } from './parse-whatsapp.ts';

/**
 * Opens an export of either kind: a folder with Slack's user list is Slack's; a file, or a folder with one
 * text file in it (an unpacked WhatsApp archive), is WhatsApp's.
 *
 * @param maxChars longest content of one message, in code points
 * @throws ImportError if it is neither, or its parser cannot read it
 */
export async function openChat(
  options: Omit<ImportOptions, 'group' | 'members'>,
  maxChars: number,
): Promise<ImportedChat> {
  const { path, timeZone, dateOrder, channel } = options;
  const file = await whatsAppFile(path);
  if (file === null) return parseSlack(path, { channel, maxChars });
  return parseWhatsApp(file, { timeZone, dateOrder, maxChars });
}

/** The WhatsApp text file at a path; null for a Slack export. */
async function whatsAppFile(path: string): Promise<string | null> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new ImportError(`There is no file or folder ${path}.`);
  if (!info.isDirectory()) return path;
  const names = await readdir(path);
  if (names.includes('users.json') || names.includes('org_users.json')) return null;
  const texts = names.filter((name) => name.toLowerCase().endsWith('.txt'));
  const [text] = texts;
  if (text !== undefined && texts.length === 1) return join(path, text);
  throw new ImportError(
    `${path} is not a Slack export (it has no users.json), nor does it hold one WhatsApp text file.`,
  );
}
