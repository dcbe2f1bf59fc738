import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openChat } from '../src/open-chat.ts';
import { fixture, readAll, temporaryFolder } from './support.ts';

const options = { timeZone: 'UTC' };

test('a text file is a WhatsApp export, and so is a folder with one in it', async () => {
  await using folder = await temporaryFolder();
  await copyFile(fixture('whatsapp/iphone-gb.txt'), join(folder.path, '_chat.txt'));
  for (const path of [fixture('whatsapp/iphone-gb.txt'), folder.path]) {
    const chat = await openChat({ ...options, path }, 10_000);
    expect(chat.source).toBe('whatsapp');
    expect(await readAll(chat)).toHaveLength(chat.messageCount);
  }
});

test('a folder with users.json is a Slack export', async () => {
  const chat = await openChat({ ...options, path: fixture('slack'), channel: 'gym' }, 10_000);
  expect(chat.source).toBe('slack');
});

test('anything else is refused with what it lacks', async () => {
  await using folder = await temporaryFolder();
  await expect(openChat({ ...options, path: folder.path }, 10)).rejects.toThrow(/no users.json/);
  await expect(openChat({ ...options, path: join(folder.path, 'gone.txt') }, 10)).rejects.toThrow(
    /no file or folder/,
  );
});
