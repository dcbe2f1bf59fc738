import { setImmediate as turn } from 'node:timers/promises';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';

export interface Context {
  params: Record<string, string | undefined> | null;
}

/** Lets a test decide when what waits at it goes on, and see what has happened behind it. */
export class Gate {
  readonly passed = Promise.withResolvers<void>();
  /** How many wait, or have waited. */
  reached = 0;
  readonly notes: string[] = [];

  async wait(): Promise<void> {
    this.reached += 1;
    await this.passed.promise;
  }
}

const t = initTRPC.context<Context>().create({ isDev: false });

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('a text is expected');
  return value;
};

interface Resume {
  from: number;
}

const resume = (value: unknown): Resume => {
  const { lastEventId = '0' } = { ...(typeof value === 'object' ? value : {}) } as { lastEventId?: string };
  return { from: Number(lastEventId) };
};

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));

/** Procedures of every sort. The gate is reached by those whose names say so. */
export const createRouter = (gate: Gate) => {
  const waiting = t.procedure.use(async ({ next }) => {
    await gate.wait();
    return next();
  });
  return t.router({
    echo: t.procedure.input(text).query(({ input }) => input),
    params: t.procedure.query(({ ctx }) => ctx.params),
    nothing: t.procedure.query(() => undefined),
    fail: t.procedure.query(() => {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'not for you' });
    }),
    crash: t.procedure.query(() => {
      throw new Error('a secret of ours');
    }),
    unwritable: t.procedure.query(() => 1n as unknown as string),
    iterableQuery: t.procedure.query(async function* () {
      yield 1;
    }),
    add: t.procedure.input(text).mutation(({ input }) => `added ${input}`),
    gated: waiting.query(() => 'passed'),

    count: t.procedure.input(Number).subscription(async function* ({ input }) {
      for (let number = 1; number <= input; number += 1) yield number;
    }),
    numbered: t.procedure.input(resume).subscription(async function* ({ input, signal }) {
      for (let number = input.from + 1; number <= input.from + 3; number += 1) {
        yield tracked(String(number), { number, text: 'né "quoted"\u2028' });
      }
      await aborted(signal);
      gate.notes.push('numbered ended');
    }),
    forever: t.procedure.subscription(async function* ({ signal }) {
      yield 'here';
      await aborted(signal);
      gate.notes.push('forever ended');
    }),
    deaf: t.procedure.subscription(async function* () {
      yield 'here';
      await gate.wait();
      yield 'too late';
    }),
    failing: t.procedure.subscription(async function* () {
      yield 1;
      await turn();
      throw new TRPCError({ code: 'CONFLICT', message: 'broken off' });
    }),
    givesUp: t.procedure.subscription(async ({ signal }) => {
      gate.reached += 1;
      await aborted(signal);
      throw new DOMException('given up', 'AbortError');
    }),
    noIterable: t.procedure.subscription((() => 'text') as unknown as () => AsyncGenerator<string>),
    failsAtOnce: t.procedure.subscription((): AsyncIterable<string> => {
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign in first' });
    }),
    gatedStream: waiting.subscription(async function* () {
      gate.notes.push('gatedStream ran');
      yield 'late';
    }),
    observed: t.procedure.subscription(() =>
      observable<string>((observer) => {
        observer.next('one');
        observer.next('two');
        observer.complete();
      }),
    ),
  });
};

export type TestRouter = ReturnType<typeof createRouter>;
