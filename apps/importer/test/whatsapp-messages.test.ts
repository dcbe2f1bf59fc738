import { expect, test } from 'vitest';
import { ImportError } from '../src/import-error.ts';
import { describeWarnings } from '../src/import-warnings.ts';
import { asLines, readWhatsApp } from './support.ts';

const AT = '31/12/24, 21:05 - ';

async function idsOf(text: string) {
  return (await readWhatsApp(text)).messages.map((message) => message.externalId);
}

test('ids are UUIDs of version 5, one for each of several identical lines in a minute', async () => {
  const ids = await idsOf(`${AT}Ana: ok\n`.repeat(5));
  expect(new Set(ids).size).toBe(5);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids never change from one release to the next', async () => {
  expect(await idsOf(`${AT}Ana: ok\n${AT}Ana: ok\n`)).toEqual([
    '72d9780d-9296-5ea7-9f40-db83d2ac1619',
    'be7dd14c-49ca-5e4b-98d8-48a4dc7657c2',
  ]);
});

test('a later, longer export of the chat gives its earlier messages the same ids', async () => {
  const earlier = `${AT}Ana: ok\n${AT}Ana: ok\n${AT}Ben: last,\nwith a blank line at its end\n\n`;
  const ids = await idsOf(earlier);
  expect(ids).toHaveLength(3);
  const later = await idsOf(`${earlier}${AT}Ana: ok\n${AT}Ben left\n`);
  expect(later).toHaveLength(5);
  expect(later.slice(0, 3)).toEqual(ids);
  expect(new Set(later).size).toBe(5);
  expect(await idsOf(earlier.trimEnd())).toEqual(ids);
});

test('ids do not depend on the time zone, on how lines end, nor on the phone’s clock and date format', async () => {
  const ids = await idsOf(`${AT}Ana: one\n${AT}Ana: two\n`);
  const windows = await idsOf(`\ufeff${AT}Ana: one\r\n${AT}Ana: two\r\n`);
  const american = await idsOf('12/31/24, 9:05 PM - Ana: one\n12/31/24, 9:05 PM - Ana: two\n');
  const { messages } = await readWhatsApp(`${AT}Ana: one\n${AT}Ana: two\n`, { timeZone: 'Asia/Tokyo' });
  expect([windows, american, messages.map((message) => message.externalId)]).toEqual([ids, ids, ids]);
  expect(messages[0]?.sentAt.toISOString()).toBe('2024-12-31T12:05:00.000Z');
});

test('the first ": " of a line ends the name, unless it is within a quotation', async () => {
  const { messages, chat } = await readWhatsApp(
    [`${AT}Dr. No: MD: take two: now`, `${AT}Joe "Rock" Smith: hi`, `${AT}Ana renamed it “a: b”`, ''].join(
      '\n',
    ),
  );
  expect(asLines(messages)).toEqual([
    '2024-12-31T21:05:00 Dr. No: MD: take two: now',
    '2024-12-31T21:05:00 Joe "Rock" Smith: hi',
    '2024-12-31T21:05:00 *: Ana renamed it “a: b”',
  ]);
  expect(chat.people.map((person) => person.externalId)).toEqual([
    'whatsapp:Dr. No',
    'whatsapp:Joe "Rock" Smith',
  ]);
});

test('a message whose first line is empty keeps its author', async () => {
  const { messages } = await readWhatsApp(`${AT}Ana:\nplan: run\n${AT}Ana: \nrest\n`);
  expect(messages.map(({ authorExternalId, content }) => [authorExternalId, content])).toEqual([
    ['whatsapp:Ana', '\nplan: run'],
    ['whatsapp:Ana', '\nrest'],
  ]);
});

test('a quoted line of another phone stays part of the message that quotes it, and is counted', async () => {
  const { messages, chat } = await readWhatsApp(
    `${AT}Ana: look:\n[30/12/2024, 10:00:00] Ben: no\n${AT}Ben: yes\n`,
  );
  expect(messages.map((message) => message.content)).toEqual([
    'look:\n[30/12/2024, 10:00:00] Ben: no',
    'yes',
  ]);
  expect(chat.warnings.foreignHeaders).toBe(1);
  expect(describeWarnings(chat.warnings)).toEqual([
    expect.stringMatching(/kept as text of the message above: 1$/),
  ]);
});

test('a line that cannot be a date begins no message', async () => {
  const { messages } = await readWhatsApp(
    `${AT}Ana: scores\n45/67/89, 10:00 - home\n99/1/24, 25:61 - away\n`,
  );
  expect(messages.map((message) => message.content)).toEqual([
    'scores\n45/67/89, 10:00 - home\n99/1/24, 25:61 - away',
  ]);
});

test('an empty message is imported and says so; a too long one goes on in the next', async () => {
  const long = '👍'.repeat(25);
  const { messages, chat } = await readWhatsApp(`${AT}Ana: \n${AT}Ana: ${long}\n${AT}Ana: end\n`, {
    maxChars: 10,
  });
  expect(messages.map((message) => message.content)).toEqual([
    '[empty message]',
    '👍'.repeat(10),
    '👍'.repeat(10),
    '👍'.repeat(5),
    'end',
  ]);
  expect(new Set(messages.map((message) => message.externalId)).size).toBe(5);
  expect(chat.warnings).toMatchObject({ blank: 1, split: 1 });
  expect(chat.messageCount).toBe(3);
});

test('characters that cannot be stored show as U+FFFD and are counted', async () => {
  const broken = Buffer.concat([
    Buffer.from(`${AT}Ana: caf`),
    Buffer.from([0xe9]),
    Buffer.from(` \0!\n${AT}Ana: ok\n`),
  ]);
  const { messages, chat } = await readWhatsApp(broken);
  expect(messages.map((message) => message.content)).toEqual(['caf\ufffd \ufffd!', 'ok']);
  expect(chat.warnings.unreadable).toBe(1);
});

test('UTF-16 with a byte order mark is read too', async () => {
  const { messages } = await readWhatsApp(Buffer.from(`\ufeff${AT}Ana: 👍 é\r\n`, 'utf16le'));
  expect(asLines(messages)).toEqual(['2024-12-31T21:05:00 Ana: 👍 é']);
});

test('times that go back keep the order of the export', async () => {
  const { messages } = await readWhatsApp('31/12/24, 21:05 - Ana: late\n31/12/24, 21:04 - Ben: early\n');
  expect(messages.map((message) => message.content)).toEqual(['late', 'early']);
});

test('lines before the first message are counted, not lost in silence', async () => {
  const { chat } = await readWhatsApp(`\nrest of a cut message\n${AT}Ana: hi\n`);
  expect(chat.warnings.leadingLines).toBe(1);
});

test('a file without messages, and an archive, are refused with what to do', async () => {
  await expect(readWhatsApp('[{"ts": "1"}]')).rejects.toThrow(
    /No message was found .* WhatsApp's text export/,
  );
  await expect(readWhatsApp('')).rejects.toThrow(ImportError);
  await expect(readWhatsApp(Buffer.from('PK\x03\x04rest'))).rejects.toThrow(/ZIP archive. Unpack it first/);
});

test('a last message that is still to come in the time zone asks for the right one', async () => {
  const text = '2026-06-01, 01:30 - Ana: hi\n';
  await expect(readWhatsApp(text)).rejects.toThrow(/line 1,.* still to come.* were UTC.* --tz/);
  const { messages } = await readWhatsApp(text, { timeZone: 'Europe/Berlin' });
  expect(asLines(messages)).toEqual(['2026-05-31T23:30:00 Ana: hi']);
});

test('a hundred thousand messages are read, each with an id of its own', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 100))).toISOString().slice(0, 10);
    return `${day}, ${String(index % 24).padStart(2, '0')}:00 - Person ${index % 5}: message ${index % 3}\n`;
  });
  const { messages, chat } = await readWhatsApp(lines.join(''));
  expect(chat.messageCount).toBe(100_000);
  expect(new Set(messages.map((message) => message.externalId)).size).toBe(100_000);
});
