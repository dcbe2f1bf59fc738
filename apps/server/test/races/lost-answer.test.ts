import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCuttingProxy } from '../../../../scripts/cutting-proxy.ts';
import { until } from '../authorisation/until.ts';
import { httpClient, socketClient } from '../clients.ts';
import { draft, openRace, type Race } from './race.ts';

let race: Race;
beforeAll(async () => {
  race = await openRace(2);
});
afterAll(() => race[Symbol.asyncDispose]());

test.for(['a socket', 'HTTP'])(
  'P1, P2: when the connection is cut between commit and answer, over %s, a retry stores and tells nothing twice',
  async (transport) => {
    const sender = race.person(1);
    await using proxy = await openCuttingProxy(race.stage.server.url);
    using others = await race.listen(race.person(0));
    const through = { ...race.stage.server, url: proxy.url, wsUrl: proxy.wsUrl };
    using socket = socketClient(through, () => sender.accessToken);
    const { auth, message } = transport === 'HTTP' ? httpClient(through, sender.accessToken) : socket.trpc;
    await auth.me.query();

    const sent = draft(race.conversationId, `Sent over ${transport}`);
    const copies = async () => (await race.stored()).filter(({ clientId }) => clientId === sent.clientId);
    const swallowed = proxy.swallow();
    const unanswered = message.send.mutate(sent).then(
      () => 'answered',
      () => 'failed',
    );
    await swallowed;
    const [stored, ...more] = await copies();
    expect(stored).toMatchObject({ content: sent.content });
    expect(more).toEqual([]);
    proxy.cut();
    expect(await unanswered).toBe('failed');

    expect(await message.send.mutate(sent)).toEqual(stored);
    expect(await copies()).toEqual([stored]);
    const next = await race.calls(sender).message.send.mutate(draft(race.conversationId, 'Next'));
    await until(() => expect(others.sent().at(-1)).toEqual(next));
    expect(others.sent()).toEqual([stored, next]);
  },
);
