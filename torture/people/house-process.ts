import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer, HouseSetup, Order } from './house-messages.ts';

/** Lives of one process that crash by themselves are numbered from one of these to the next. */
const livesApart = 1_000;

/** A process in which some people live. For `await using`. */
export interface HouseProcess extends AsyncDisposable {
  readonly numbers: readonly number[];
  tell(order: Order): void;
  /** It stands still, and its sockets stay open. */
  pause(): void;
  resume(): void;
  /** Everybody in it is gone from one moment to the next. */
  kill(): Promise<void>;
  /** They are back, with what the disk has. */
  start(): Promise<void>;
  /** Resolves when nobody has anything on its way, and in any case after that time. */
  settle(patienceMs: number): Promise<void>;
  /** Those who are not at rest, or see something else than a fetch says, in that time. */
  finish(patienceMs: number): Promise<number[]>;
}

export async function startHouse(setup: HouseSetup): Promise<HouseProcess> {
  let child: ChildProcess | null = null;
  const state = { ...setup };

  const start = async (): Promise<void> => {
    const started = fork(join(import.meta.dirname, 'house.ts'), [JSON.stringify(state)]);
    child = started;
    state.life += livesApart;
    await answerOf(started, 'start');
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  };
  const tell = (order: Order): void => {
    if (order.do === 'skew') state.skewMs = order.ms;
    if (order.do === 'play' || order.do === 'rest') state.isPlaying = order.do === 'play';
    if (child?.connected) child.send(order);
  };
  const ask = (order: Extract<Order, { do: 'settle' | 'finish' }>): Promise<Answer> => {
    if (!child) throw new Error('Nobody lives there.');
    const answered = answerOf(child, order.do);
    tell(order);
    return answered;
  };
  await start();
  return {
    numbers: setup.people.map(({ number }) => number),
    tell,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    kill,
    start,
    async settle(patienceMs) {
      await ask({ do: 'settle', patienceMs });
    },
    async finish(patienceMs) {
      const answer = await ask({ do: 'finish', patienceMs });
      return answer.did === 'finish' ? answer.unfinished : [];
    },
    [Symbol.asyncDispose]: kill,
  };
}

async function answerOf(child: ChildProcess, did: Answer['did']): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const hear = (answer: Answer) => {
    if (answer.did === did) resolve(answer);
  };
  const fail = () => reject(new Error('A house of people ended by itself.'));
  child.on('message', hear);
  child.once('exit', fail);
  try {
    return await promise;
  } finally {
    child.off('message', hear);
    child.off('exit', fail);
  }
}
