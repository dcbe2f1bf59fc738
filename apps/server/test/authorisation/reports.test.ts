import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { httpClient, refusal } from '../clients.ts';
import { openStage, type Stage } from './stage.ts';
import { createWorld, type World } from './world.ts';

let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.clear();
  world = await createWorld(stage);
});

const callsOf = (name: keyof World['people']) => httpClient(stage.server, world.people[name].accessToken);
const reports = async () => (await callsOf('platformAdmin').report.list.query({})).reports;

test('a report keeps what the message said, whatever becomes of it', async () => {
  const { othersMessage: said, other } = world.place('member');
  await callsOf('member').message.report.mutate({ messageId: said.id, reason: 'Rude' });
  await callsOf('somebody').message.edit.mutate({ messageId: said.id, content: 'I said nothing' });
  expect(await reports()).toMatchObject([
    {
      content: said.content,
      reason: 'Rude',
      reporter: { id: world.people.member.id },
      sender: { id: other.id },
      message: { id: said.id, content: 'I said nothing' },
    },
  ]);
  await callsOf('somebody').message.delete.mutate({ messageId: said.id });
  expect(await reports()).toMatchObject([{ content: said.content, message: { content: null } }]);
});

test('reporting again keeps the first report; another person’s is another, and the latest comes first', async () => {
  const { othersMessage: said } = world.place('member');
  const { id: messageId } = said;
  await callsOf('member').message.report.mutate({ messageId, reason: 'Rude' });
  await callsOf('somebody').message.edit.mutate({ messageId, content: 'Worse' });
  await callsOf('member').message.report.mutate({ messageId, reason: 'Even ruder' });
  await callsOf('owner').message.report.mutate({ messageId, reason: 'Indeed' });
  expect(await reports()).toMatchObject([
    { reason: 'Indeed', content: 'Worse' },
    { reason: 'Rude', content: said.content },
  ]);
});

test('only platform admins see the list: neither the reporter, nor the reported, nor the group’s owner', async () => {
  const { othersMessage } = world.place('member');
  await callsOf('member').message.report.mutate({ messageId: othersMessage.id });
  expect(await reports()).toHaveLength(1);
  for (const name of ['member', 'somebody', 'owner', 'service', 'scopedService'] as const) {
    expect(await refusal(callsOf(name).report.list.query({}))).toMatchObject({ code: 'FORBIDDEN' });
  }
});
