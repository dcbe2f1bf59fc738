import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSlack } from '../src/parse-slack.ts';
import { asLines, fixture, readAll, temporaryFolder } from './support.ts';

async function gym() {
  const chat = await parseSlack(fixture('slack'), { channel: '#gym', maxChars: 10_000 });
  return { chat, messages: await readAll(chat) };
}

/** Writes an export from `path: list` pairs. */
async function writeExport(folder: string, files: Record<string, unknown>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

describe('a channel of a Slack export', () => {
  test('gives its messages in the order of time, replies in threads among them', async () => {
    expect(asLines((await gym()).messages)).toEqual([
      '2024-01-01T10:00:00 *: @Ana has joined the channel',
      '2024-01-01T10:00:01 *: @Ana set the channel topic: Lift & run',
      "2024-01-01T10:01:00 U01ANA: Morning @Ben O'Neill! Plan for #running: squats <5x5> 👋🏼 :partyparrot:\nsee the plan (https://example.com/plan?a=1&b=2) or https://example.com (edited)",
      '2024-01-01T10:01:02 U02BEN: ok',
      '2024-01-01T10:01:02 U02BEN: ok',
      '2024-01-02T11:01:40 U01ANA: [file: form-check.mp4]\n[file: unnamed]',
      "2024-01-02T11:03:20 U02BEN: late reply, kept with the thread's first day",
      '2024-01-02T11:05:00 B01: Session over (https://example.com/s/1)\n45 min, @Ana',
      '2024-01-02T11:08:20 U99GUEST: مرحبا @here — שלום',
      '2024-01-02T11:10:00 U02BEN: is stretching',
    ]);
  });

  test('gives its writers, those whom its lists do not know included', async () => {
    expect((await gym()).chat.people).toEqual([
      { externalId: 'slack:U01ANA', fullName: 'Ana Lima' },
      { externalId: 'slack:U02BEN', fullName: "Ben O'Neill" },
      { externalId: 'slack:B01', fullName: 'Gym timer' },
      { externalId: 'slack:U99GUEST', fullName: 'Guest Trainer' },
    ]);
  });

  test('counts what it leaves out, and keeps the time of an edit', async () => {
    const { chat, messages } = await gym();
    expect(chat.warnings).toMatchObject({ skipped: 1, blank: 0 });
    expect(chat.messageCount).toBe(messages.length);
    expect(messages[2]?.editedAt?.toISOString()).toBe('2024-01-01T10:01:40.000Z');
  });

  test('gives the same, distinct ids in every run', async () => {
    const ids = (await gym()).messages.map((message) => message.externalId);
    expect((await gym()).messages.map((message) => message.externalId)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('a0163861-964a-549c-b7c6-90707db7aae6');
  });
});

describe('the choice of a channel', () => {
  test('is asked for where there are several, by name', async () => {
    await expect(parseSlack(fixture('slack'), { maxChars: 10 })).rejects.toThrow(/--channel: gym, running\./);
    await expect(parseSlack(fixture('slack'), { channel: 'rowing', maxChars: 10 })).rejects.toThrow(
      /no channel "rowing". It has: gym, running\./,
    );
  });

  test('takes an id too, and is not needed for the only one with messages', async () => {
    const chat = await parseSlack(fixture('slack'), { channel: 'C02RUN', maxChars: 100 });
    expect(asLines(await readAll(chat))).toEqual(['2024-01-01T11:53:20 U03CAT: 10k today']);
    await using folder = await temporaryFolder();
    await writeExport(folder.path, {
      'users.json': [],
      'dms.json': [{ id: 'D01', members: ['U1', 'U2'] }],
      'D01/2024-01-01.json': [{ ts: '1704110000.000000', user: 'U1', text: 'hi' }],
      'canvases/readme.json': [],
    });
    const only = await parseSlack(folder.path, { maxChars: 100 });
    expect(only.people).toEqual([{ externalId: 'slack:U1', fullName: 'U1' }]);
  });
});

test('a message that several files hold is one', async () => {
  await using folder = await temporaryFolder();
  const message = { ts: '1704110000.000000', user: 'U1', text: 'hi' };
  await writeExport(folder.path, { 'gym/2024-01-01.json': [message], 'gym/2024-01-02.json': [message] });
  expect(await readAll(await parseSlack(folder.path, { maxChars: 100 }))).toHaveLength(1);
});

test('a lone surrogate and a blank message are made acceptable and counted', async () => {
  await using folder = await temporaryFolder();
  await writeExport(folder.path, {
    'gym/2024-01-01.json':
      '[{"ts":"1704110000.000000","user":"U1","text":"a\\ud83d\\u0000b"},{"ts":"1704110001.000000","user":"U1","text":" "}]',
  });
  const chat = await parseSlack(folder.path, { maxChars: 100 });
  expect((await readAll(chat)).map((message) => message.content)).toEqual([
    'a\ufffd\ufffdb',
    '[empty message]',
  ]);
  expect(chat.warnings).toMatchObject({ unreadable: 1, blank: 1 });
});

test('a file that is not what Slack writes is named, with the place', async () => {
  await using folder = await temporaryFolder();
  await writeExport(folder.path, {
    'gym/2024-01-01.json': [{ ts: '1704110000.000000', text: 'a' }, { ts: 'noon' }],
  });
  await expect(parseSlack(folder.path, { maxChars: 10 })).rejects.toThrow(
    /2024-01-01\.json, entry 2, ts: Expected a time/,
  );
  await writeExport(folder.path, { 'gym/2024-01-01.json': '[{' });
  await expect(parseSlack(folder.path, { maxChars: 10 })).rejects.toThrow(
    /2024-01-01\.json is not valid JSON/,
  );
});
