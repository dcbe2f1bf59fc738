import { z } from 'zod';
import { maxConnections, openMessageTable } from './message-table.ts';
import { insertMessages, type NewMessage } from './plain/group-commit.ts';

/**
 * The limit for durability: as many sends in flight as are asked for, and nothing but multi-row inserts. Each connection takes
 * what waits, its fair part of it, and writes it; a send that is stored is followed by another.
 */
const argument = z.coerce.number().int().positive();
const [inFlight = 0, warmUpMs = 0, measureMs = 0] = z.array(argument).length(3).parse(process.argv.slice(3));

const pool = await openMessageTable();
const waiting: NewMessage[] = [];
let count = 0;
let isOver = false;
const offer = (): void => {
  count += 1;
  waiting.push({ group: 1 + (count % 40), text: textOf(count) });
};
const textOf = (send: number): string => `~${send}~ What a message says, in about sixty characters of it.`;

let stored = 0;
async function write(): Promise<void> {
  while (!isOver) {
    const batch = waiting.splice(0, Math.ceil(inFlight / maxConnections));
    await insertMessages(pool, batch);
    stored += batch.length;
    for (const _ of batch) offer();
  }
}

for (let send = 0; send < inFlight; send += 1) offer();
const writers = Array.from({ length: maxConnections }, write);
await new Promise((resolve) => setTimeout(resolve, warmUpMs));
const [beganAt, before] = [performance.now(), stored];
await new Promise((resolve) => setTimeout(resolve, measureMs));
const sendsPerSecond = ((stored - before) * 1_000) / (performance.now() - beganAt);
isOver = true;
await Promise.all(writers);
await pool.end();
console.log(JSON.stringify({ sendsPerSecond }));
