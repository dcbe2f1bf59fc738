import { closeCodes } from '@vibe/contract';
import { expect, test } from 'vitest';
import { testPassword } from '../../src/testing/start-test-server.ts';
import { until } from '../authorisation/until.ts';
import { httpClient, refusal } from '../clients.ts';
import { draft, openRace } from './race.ts';

test('P31: signing out everywhere ends every stream of the person in the middle of traffic, and nobody else’s', async () => {
  await using race = await openRace(3);
  const [owner, leaver, other] = [race.person(0), race.person(1), race.person(2)];
  const { server } = race.stage;
  const sessions = await Promise.all(
    ['phone', 'tablet', 'laptop'].map((label) =>
      server.chat.signIn({ email: leaver.email ?? '', password: testPassword }, label),
    ),
  );
  const tokens = sessions.map(({ signedIn }) => signedIn.accessToken);
  using cleanUp = new DisposableStack();
  const listeners = await Promise.all(
    tokens.map(async (accessToken) => cleanUp.use(await race.listen({ ...leaver, accessToken }))),
  );
  using stays = await race.listen(other);

  // Somebody writes without a pause, before, meanwhile and after.
  const traffic = new AbortController();
  let lastSeq = 0;
  const writing = (async () => {
    while (!traffic.signal.aborted) {
      const sent = await race.calls(owner).message.send.mutate(draft(race.conversationId));
      lastSeq = sent.seq;
    }
  })();
  for (const listener of listeners) await until(() => expect(listener.sent().length).toBeGreaterThan(2));
  const [anyToken = ''] = tokens;
  await httpClient(server, anyToken).auth.signOutEverywhere.mutate();
  // One message may have been on its way when the answer came.
  const goneAt = lastSeq + 1;
  for (const { streams } of listeners) {
    expect((await streams.closed).code).toBe(closeCodes.unauthenticated);
  }
  await until(() => expect(lastSeq).toBeGreaterThan(goneAt + 3));
  traffic.abort();
  await writing;

  for (const listener of listeners) {
    expect(listener.sent().at(-1)?.seq).toBeLessThanOrEqual(goneAt);
  }
  await until(() => expect(stays.sent().at(-1)?.seq).toBe(lastSeq));
  const sent = (await race.stored()).filter(({ kind }) => kind === 'text');
  expect(stays.sent()).toEqual(sent.slice(-stays.sent().length));
  for (const token of tokens) {
    expect(await refusal(httpClient(server, token).auth.me.query())).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  }
});
