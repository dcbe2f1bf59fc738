import type { Message } from '@vibe/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../authorisation/people.ts';
import { speaksOf } from '../authorisation/raw-streams.ts';
import { until } from '../authorisation/until.ts';
import { draft, type Listener, numbers, openRace, type Race } from './race.ts';

let race: Race;
beforeEach(async () => {
  race = await openRace(3);
});
afterEach(() => race[Symbol.asyncDispose]());

const participants = async () => {
  const { conversationId } = race;
  const { conversation } = await race.calls(race.person(0)).conversation.byId.query({ conversationId });
  return conversation.participants;
};
const remove = (by: Person, { id: userId }: Person) =>
  race.calls(by).conversation.removeParticipant.mutate({ conversationId: race.conversationId, userId });
const add = (by: Person, { id }: Person) =>
  race.calls(by).conversation.addParticipants.mutate({ conversationId: race.conversationId, userIds: [id] });

const ofGroup = (listener: Listener) =>
  listener.events().filter((event) => speaksOf(race.conversationId, event));

/** Sends one message after the other until one is refused: what was acknowledged, and the refusal. */
async function sendUntilRefused({ message }: ReturnType<Race['calls']>) {
  const acknowledged: Message[] = [];
  for (;;) {
    try {
      acknowledged.push(await message.send.mutate(draft(race.conversationId)));
    } catch (refusal) {
      return { acknowledged, refusal };
    }
  }
}

test('P5, P15: in a burst of sends nothing is stored after the removal of their sender, and all are told the same', async () => {
  const [owner, target, other] = [race.person(0), race.person(1), race.person(2)];
  using one = race.socket(target);
  using two = race.socket(target);
  const clients = [one.trpc, two.trpc, race.calls(target)];
  for (const _ of numbers(1, 5)) {
    using theirs = await race.listen(target);
    using others = await race.listen(other);
    const seqBefore = (await race.stored()).length;
    const bursts = clients.flatMap((client) => [sendUntilRefused(client), sendUntilRefused(client)]);
    await until(() => expect(theirs.sent().length).toBeGreaterThan(10));
    const removed = await remove(owner, target);
    const outcomes = await Promise.all(bursts);

    for (const { refusal } of outcomes)
      expect(refusal).toMatchObject({ data: { chat: { code: 'NOT_FOUND' } } });
    const stored = (await race.stored()).slice(seqBefore);
    const byTarget = stored.filter(({ senderId }) => senderId === target.id);
    const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged);
    expect(acknowledged.sort((a, b) => a.seq - b.seq)).toEqual(byTarget);
    for (const { version } of byTarget) expect(version).toBeLessThan(removed.version);

    await until(() => expect(others.sent()).toEqual(stored));
    await until(() => expect(ofGroup(theirs).at(-1)?.type).toBe('participant.removed'));
    // Whom a fill tells of their removal is told nothing else by it: what came just before, they cannot read any more.
    expect(theirs.sent()).toEqual(byTarget.slice(0, theirs.sent().length));
    await add(owner, target);
  }
});

test('P5: an admin who is demoted while they remove somebody does so before it, or not at all', async () => {
  const [owner, admin, target] = [race.person(0), race.person(1), race.person(2)];
  const setRole = (role: 'admin' | 'member') =>
    race
      .calls(owner)
      .conversation.setRole.mutate({ conversationId: race.conversationId, userId: admin.id, role });
  for (const _ of numbers(1, 10)) {
    await setRole('admin');
    const [demoted, removal] = await Promise.allSettled([setRole('member'), remove(admin, target)]);
    const isStillIn = (await participants()).some(({ userId }) => userId === target.id);
    expect(demoted.status).toBe('fulfilled');
    expect(isStillIn).toBe(removal.status === 'rejected');
    if (removal.status === 'rejected') {
      expect(removal.reason).toMatchObject({ data: { chat: { code: 'FORBIDDEN' } } });
    } else if (demoted.status === 'fulfilled') {
      expect(removal.value.version).toBeLessThan(demoted.value.version);
      await add(owner, target);
    }
  }
});
