import { expect, test } from 'vitest';
import { until } from '../authorisation/until.ts';
import { draft, numbers, openRace } from './race.ts';

test('P3, P4, P14: of 100 sends by 10 people at once every seq and version is used once, and all streams tell one order', async () => {
  await using race = await openRace(10);
  using cleanUp = new DisposableStack();
  const runners = await Promise.all(
    numbers(0, 9).map(async (at) => {
      const person = race.person(at);
      const listener = cleanUp.use(await race.listen(person));
      return { listener, ...cleanUp.use(race.socket(person)) };
    }),
  );
  const [first] = await race.stored();
  const { conversationId } = race;
  const before = await race.calls(race.person(0)).conversation.byId.query({ conversationId });

  const answers = await Promise.all(
    numbers(1, 10).flatMap((number) =>
      runners.map(({ trpc }) => trpc.message.send.mutate(draft(conversationId, `Message ${number}`))),
    ),
  );

  const stored = await race.stored();
  expect(stored.map(({ seq }) => seq)).toEqual(numbers(1, 101));
  const { version } = before.conversation;
  expect(stored.slice(1).map((message) => message.version)).toEqual(numbers(version + 1, version + 100));
  expect([first, ...answers.toSorted((one, other) => one.seq - other.seq)]).toEqual(stored);
  const times = stored.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted());
  for (const { listener } of runners) {
    await until(() => expect(listener.sent()).toHaveLength(100));
    expect(listener.sent()).toEqual(stored.slice(1));
  }
});
