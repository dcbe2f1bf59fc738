import { EventEmitter, on } from 'node:events';
import { initTRPC, tracked } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { openMessageTable } from './message-table.ts';

interface Message {
  id: number;
  group: number;
  text: string;
  sentAt: Date;
}

/**
 * tRPC as its guide to subscriptions does it: an emitter, an async generator a subscription, tracked events, an insert a
 * message, the stock adapter. Better than in the guide, an event has the group's name, so that nobody is woken for another.
 */
const pool = await openMessageTable();
const emitter = new EventEmitter().setMaxListeners(0);
const t = initTRPC.create();

const router = t.router({
  send: t.procedure.input(z.object({ group: z.int(), text: z.string() })).mutation(async ({ input }) => {
    const sentAt = new Date();
    const { rows } = await pool.query({
      name: 'insert message',
      text: 'INSERT INTO message (group_id, text, sent_at) VALUES ($1, $2, $3) RETURNING id',
      values: [input.group, input.text, sentAt],
    });
    const message: Message = { ...input, id: Number(rows[0]?.id), sentAt };
    emitter.emit(`message ${input.group}`, message);
    return message;
  }),
  onMessage: t.procedure.input(z.object({ group: z.int() })).subscription(async function* ({
    input,
    signal,
  }) {
    for await (const [data] of on(emitter, `message ${input.group}`, { signal })) {
      const message: Message = data;
      yield tracked(`${message.id}`, message);
    }
  }),
});

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
server.on('listening', () => console.log(JSON.stringify(server.address())));
applyWSSHandler({ wss: server, router });
