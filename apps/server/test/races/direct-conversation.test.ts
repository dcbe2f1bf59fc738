import { expect, test } from 'vitest';
import { until } from '../authorisation/until.ts';
import { numbers, openRace } from './race.ts';

test('P6: however many times two people write to each other first, at once, they have one conversation', async () => {
  await using race = await openRace(2);
  const [one, other] = [race.person(0), race.person(1)];
  using ones = await race.listen(one);
  using others = await race.listen(other);
  const created = await Promise.all(
    numbers(1, 10).flatMap(() => [
      race.calls(one).conversation.create.mutate({ type: 'direct', userId: other.id }),
      race.calls(other).conversation.create.mutate({ type: 'direct', userId: one.id }),
    ]),
  );
  const [id, ...moreIds] = new Set(created.map((conversation) => conversation.id));
  expect(moreIds).toEqual([]);
  for (const listener of [ones, others]) {
    const told = () => listener.events().filter(({ type }) => type === 'conversation.created');
    await until(() => expect(told()).toMatchObject([{ conversation: { id, participantCount: 2 } }]));
  }
});
