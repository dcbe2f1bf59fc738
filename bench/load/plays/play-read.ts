import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { percentile } from '../../report/statistics.ts';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';
import type { ReadPlay, Values } from '../job.ts';
import { startStopwatch } from './stopwatch.ts';

/** For what begins with a server to be over. */
const settleMs = 500;

/** One question after the other by one person; each answer must be a whole page, with nothing on it twice. */
export async function playRead(crowd: Crowd, play: ReadPlay, serverPids: number[]): Promise<Values> {
  const [reader] = crowd.clients;
  if (!reader) throw new Error('nobody is there to read');
  await crowd.connect(false);
  await sleep(settleMs);
  const read = async (ms: number): Promise<number[]> => {
    const answerMs: number[] = [];
    const endsAt = performance.now() + ms;
    for (let turn = 0; performance.now() < endsAt; turn += 1) {
      const askedAt = performance.now();
      const answer = await ask(reader, play, turn);
      answerMs.push(performance.now() - askedAt);
      checkPage(answer, play);
    }
    return answerMs;
  };
  await read(play.warmUpMs);
  const stop = startStopwatch(serverPids, crowd.ledger);
  const answerMs = await read(play.measureMs);
  const lap = stop();
  await crowd.check();
  return {
    answerMsP50: percentile(answerMs, 50),
    answerMsP99: percentile(answerMs, 99),
    serverCpuMsPerRead: (lap.serverCpuSeconds * 1_000) / answerMs.length,
  };
}

function ask(reader: Client, { path, inputs }: ReadPlay, turn: number): Promise<Buffer> {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const input = inputs[turn % inputs.length] ?? {};
  reader.call({ method: 'query', path, input, onAnswer: resolve });
  return promise;
}

const Answer = z.object({ result: z.object({ data: z.record(z.string(), z.unknown()) }) });
const Rows = z.array(z.object({ id: z.number() }));

/** @throws with what is wrong with the answer */
export function checkPage(answer: Buffer, { list, rows }: Pick<ReadPlay, 'list' | 'rows'>): void {
  const { result } = Answer.parse(JSON.parse(answer.toString()));
  const ids = Rows.parse(result.data[list]).map(({ id }) => id);
  if (ids.length !== rows) throw new Error(`a page had ${ids.length} rows and not ${rows}`);
  if (new Set(ids).size !== rows) throw new Error('a page had a row twice');
}
