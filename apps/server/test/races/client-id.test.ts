import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../authorisation/until.ts';
import { draft, numbers, openRace, type Race } from './race.ts';

let race: Race;
beforeAll(async () => {
  race = await openRace(2);
});
afterAll(() => race[Symbol.asyncDispose]());

const sender = () => race.person(1);
const withClientId = <Row extends { clientId: string }>(rows: Row[], clientId: string): Row[] =>
  rows.filter((row) => row.clientId === clientId);

test('P2: one clientId on two sockets and over HTTP at once is stored once, and told once', async () => {
  using others = await race.listen(race.person(0));
  using one = race.socket(sender());
  using two = race.socket(sender());
  const clients = [one.trpc, two.trpc, race.calls(sender())];
  const drafts = numbers(1, 20).map((number) => draft(race.conversationId, `Message ${number}`));

  const answers = await Promise.all(
    drafts.map((message) => Promise.all(clients.map((client) => client.message.send.mutate(message)))),
  );
  const stored = await race.stored();
  for (const [at, { clientId }] of drafts.entries()) {
    const rows = withClientId(stored, clientId);
    expect(rows).toHaveLength(1);
    expect(answers[at]).toEqual([rows[0], rows[0], rows[0]]);
  }
  await until(() => expect(others.sent()).toHaveLength(drafts.length));
  expect(others.sent()).toEqual(stored.filter(({ kind }) => kind === 'text'));
});

test('P2: one clientId twice in one HTTP batch is stored once, and both calls get the row', async () => {
  const message = draft(race.conversationId);
  const otherWords = { ...message, content: 'The same, in other words' };
  const response = await fetch(`${race.stage.server.url}/trpc/message.send,message.send?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sender().accessToken}` },
    body: JSON.stringify({ 0: message, 1: otherWords }),
  });
  const rows = withClientId(await race.stored(), message.clientId);
  expect(rows).toHaveLength(1);
  expect(await response.json()).toEqual([{ result: { data: rows[0] } }, { result: { data: rows[0] } }]);
});
