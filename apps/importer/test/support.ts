import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportedChat, ImportedMessage } from '../src/imported-chat.ts';
import { parseWhatsApp, type WhatsAppOptions } from '../src/parse-whatsapp.ts';

export const now = new Date('2026-06-01T00:00:00Z');

export function fixture(path: string): string {
  return join(import.meta.dirname, 'fixtures', path);
}

/** A folder that is removed when it goes out of scope. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'importer-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

export async function readAll(chat: ImportedChat): Promise<ImportedMessage[]> {
  const messages: ImportedMessage[] = [];
  for await (const message of chat.messages) messages.push(message);
  return messages;
}

/** Opens and reads a WhatsApp export that exists for one test. */
export async function readWhatsApp(text: string | Buffer, options: Partial<WhatsAppOptions> = {}) {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'chat.txt');
  await writeFile(path, text);
  const chat = await parseWhatsApp(path, { timeZone: 'UTC', maxChars: 10_000, now, ...options });
  return { chat, messages: await readAll(chat) };
}

/** Messages as short lines: `2024-12-31T21:05:00 name: content`, with the author's name or `*` for the system. */
export function asLines(messages: readonly ImportedMessage[]): string[] {
  return messages.map(({ sentAt, authorExternalId, content, editedAt }) => {
    const author = authorExternalId?.replace(/^\w+:/, '') ?? '*';
    return `${sentAt.toISOString().slice(0, 19)} ${author}: ${content}${editedAt ? ' (edited)' : ''}`;
  });
}
