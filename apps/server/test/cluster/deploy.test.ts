import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { openBalancer } from '../../../../scripts/balancer.ts';
import { follow, httpClient, type SyncEvent, socketClient } from '../clients.ts';
import { spawnServer } from '../spawn-server.ts';
import { openCluster } from './open-cluster.ts';

const patient = { timeout: 30_000, interval: 20 };

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'P2, P34: an instance that ends by %s in the middle of a talk: every message arrives, once, in order',
  {
    timeout: 120_000,
  },
  async (signal) => {
    await using cluster = await openCluster();
    const ana = await cluster.here.signUp('Ana');
    const leo = await cluster.here.signUp('Leo');
    const direct = { type: 'direct' as const, userId: leo.user.id };
    const { id: conversationId } = await cluster.here.chat.createConversation(ana.caller, direct);
    // She sends as fast as she can until it has ended: on a quick machine more than a person may.
    const env = { ...cluster.env, DRAIN_SECONDS: '1', RATE_FACTOR: '100' };
    await using first = await spawnServer(env);
    await using second = await spawnServer(env);
    await using balancer = await openBalancer(0, [first.url, second.url]);
    const url = `http://127.0.0.1:${balancer.port}`;

    // One of them is on the instance that ends, whichever that is.
    using cleanUp = new DisposableStack();
    const listeners = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const wsUrl = `ws://127.0.0.1:${balancer.port}/trpc`;
        const socket = cleanUp.use(socketClient({ wsUrl }, () => leo.accessToken));
        const stream = follow<SyncEvent>(socket.trpc.sync.stream);
        await vi.waitFor(() => expect(stream.events.length).toBeGreaterThan(1), patient);
        return { socket, stream };
      }),
    );
    const heardBy = ({ stream }: (typeof listeners)[number]) => {
      const seqs = stream.events.flatMap(({ data }) =>
        data.type === 'message.sent' ? [data.message.seq] : [],
      );
      // A resume may repeat what it cannot know to have been read (P21); what is new comes in order.
      return seqs.filter((seq, at) => !seqs.slice(0, at).includes(seq));
    };

    const sent: number[] = [];
    const sendOne = async () => {
      const input = { conversationId, clientId: randomUUID(), content: `${sent.length + 1}` };
      const send = () => httpClient({ url }, ana.accessToken).message.send.mutate(input);
      const { seq } = await vi.waitFor(send, patient);
      sent.push(seq);
    };
    for (let times = 0; times < 10; times += 1) await sendOne();
    first.signal(signal);
    const exit = signal === 'SIGTERM' ? { code: 0, signal: null } : { code: null, signal };
    const ended = first.exit.then((how) => ({ how }));
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver) await sendOne();
    for (let times = 0; times < 10; times += 1) await sendOne();

    expect((await ended).how).toEqual(exit);
    expect(sent).toEqual(sent.map((_, at) => at + 1));
    for (const listener of listeners) {
      await vi.waitFor(() => expect(heardBy(listener)).toEqual(sent), patient);
    }
    // The premise: somebody had to move.
    expect(listeners.some(({ socket }) => socket.opened.length > 1)).toBe(true);
  },
);
