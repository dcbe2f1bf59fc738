import { expect, test } from 'vitest';
import { parseWhatsApp } from '../src/parse-whatsapp.ts';
import { asLines, fixture, now, readAll } from './support.ts';

async function lines(name: string) {
  const chat = await parseWhatsApp(fixture(`whatsapp/${name}`), { timeZone: 'UTC', maxChars: 10_000, now });
  return { people: chat.people.map((person) => person.fullName), lines: asLines(await readAll(chat)) };
}

test('an Android export with a 12-hour clock and the month first', async () => {
  const chat = await lines('android-us.txt');
  expect(chat.people).toEqual(['Maya Torres', "Ben O'Neill", '+1 (555) 010-2030']);
  expect(chat.lines).toEqual([
    '2024-12-30T08:00:00 *: Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.',
    '2024-12-30T08:00:00 *: Maya Torres created group "Sunday long run 🏃‍♀️"',
    "2024-12-30T08:01:00 *: Maya Torres added Ben O'Neill",
    '2024-12-30T08:02:00 Maya Torres: Morning! Plan for Sunday:\n\n - 10k easy\n - coffee ☕\n\nWho is in?',
    "2024-12-30T08:02:00 Ben O'Neill: 👍",
    "2024-12-30T08:02:00 Ben O'Neill: 👍",
    "2024-12-30T08:02:00 Ben O'Neill: 👍",
    '2024-12-30T12:00:00 Maya Torres: noon: meet at the 🅿️ by the lake, see https://example.com/map?at=12:00',
    "2024-12-30T21:05:00 Ben O'Neill: <Media omitted>",
    "2024-12-30T21:06:00 Ben O'Neill: I'll bring bananas 🍌 (edited)",
    '2024-12-30T21:07:00 *: Maya Torres changed the group name from "Sunday long run 🏃‍♀️" to "Sunday: long run"',
    '2024-12-31T00:00:00 +1 (555) 010-2030: happy new year eve 👨‍👩‍👧‍👦🇵🇹',
    '2024-12-31T00:01:00 *: +1 (555) 010-2030 left',
    '2025-01-01T00:00:00 Maya Torres: 🎉🎉🎉',
  ]);
});

test('an Android export with a 24-hour clock and the day first', async () => {
  const chat = await lines('android-de.txt');
  expect(chat.people).toEqual(['Jörg', 'Änne']);
  expect(chat.lines.slice(1)).toEqual([
    '2024-12-28T09:31:00 *: Jörg hat die Gruppe „Kraftraum: Dienstag“ erstellt.',
    '2024-12-28T09:32:00 Jörg: Trainingsplan:\n1. Kniebeugen\n2. Kreuzheben',
    '2024-12-28T21:05:00 Änne: passt 💪',
    '2024-12-31T23:59:00 Jörg: <Medien ausgeschlossen>',
    '2025-01-01T00:00:00 Änne: Frohes Neues! (edited)',
  ]);
});

test('a Spanish clock with no-break spaces in a. m. and p. m.', async () => {
  expect((await lines('android-es.txt')).lines.slice(1)).toEqual([
    '2017-06-20T08:28:00 Michelle: ¿Entrenamos hoy?',
    '2017-06-20T12:15:00 Iñaki: sí',
    '2017-06-20T20:28:00 Michelle: PTT-20170620-WA0014.opus (archivo adjunto)',
  ]);
});

test('right-to-left text keeps its marks, while those around names and numbers go', async () => {
  const chat = await lines('android-ar.txt');
  expect(chat.people).toEqual(['سارة', 'Dana']);
  expect(chat.lines).toEqual([
    '2022-04-24T14:07:00 *: الرسائل والمكالمات مشفرة تمامًا بين الطرفين.',
    '2022-04-24T14:07:00 سارة: السلام عليكم \u202a10:30\u202c\n\u200fكيف الحال؟',
    '2022-04-25T00:30:00 Dana: \u200fשלום\u200f 🙂 ok',
  ]);
});

test('an iPhone export, whose system lines look like messages', async () => {
  const chat = await lines('iphone-gb.txt');
  expect(chat.people).toEqual(['Ana Lima', 'Rui', '+351 912 000 111']);
  expect(chat.lines.slice(1)).toEqual([
    '2024-12-28T18:03:59 *: \u200eAna Lima created group “Gym crew”',
    '2024-12-28T18:04:10 *: \u200eAna Lima added you',
    '2024-12-28T18:05:00 Ana Lima: Hello all 👋🏽\nsecond line\n\nfourth line',
    '2024-12-28T18:05:00 ~\u202fRui: ok',
    '2024-12-28T18:05:00 ~\u202fRui: ok',
    '2024-12-29T07:00:01 +351 912 000 111: \u200eimage omitted',
    '2024-12-29T07:00:02 Ana Lima: see you at 8 (edited)',
    '2024-12-29T07:00:03 ~\u202fRui: \u200e<attached: 00000012-PHOTO-2024-12-29-07-00-03.jpg>',
    "2024-12-29T07:00:04 *: \u200eAna Lima changed this group's icon",
    '2024-12-29T07:01:00 Ana Lima: \u200eThis message was deleted.',
  ]);
});

test('an iPhone export of two people with ISO dates', async () => {
  const chat = await lines('iphone-ca.txt');
  expect(chat.people).toEqual(['Zoé', 'Max']);
  expect(chat.lines).toEqual([
    '2024-12-30T21:05:09 *: \u200eMessages and calls are end-to-end encrypted.',
    '2024-12-30T21:05:09 Zoé: bonsoir',
    '2024-12-31T00:00:00 Max: bonne année',
  ]);
});

test('an export whose dates are ambiguous stops with a question, and loads once it is answered', async () => {
  const path = fixture('whatsapp/ambiguous.txt');
  const options = { timeZone: 'UTC', maxChars: 10_000, now };
  await expect(parseWhatsApp(path, options)).rejects.toThrow(
    /Does 03\/04\/24 in line 1 mean 3 April 2024 or 4 March 2024\?[\s\S]*--date-order dmy[\s\S]*--date-order mdy/,
  );
  const chat = await parseWhatsApp(path, { ...options, dateOrder: 'mdy' });
  expect(asLines(await readAll(chat))[0]).toBe('2024-03-04T09:00:00 Ana: first');
});

test('an export whose dates contradict each other stops and names two lines', async () => {
  const path = fixture('whatsapp/contradictory.txt');
  await expect(parseWhatsApp(path, { timeZone: 'UTC', maxChars: 10_000, now })).rejects.toThrow(
    /contradict each other: .* 12\/31\/24 in line 1 and 31\/12\/24 in line 3/,
  );
});
