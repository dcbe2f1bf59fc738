import { callTRPCProcedure, initTRPC, lazy, TRPCError, type TRPCProcedureType } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { callProcedure } from '../src/call-procedure.ts';

interface Context {
  person: string;
  seen: string[];
}

const t = initTRPC.context<Context>().meta<{ note: string }>().create({ isDev: false });

const aText = (value: unknown): { text: string } => {
  if (typeof value !== 'object' || value === null || !('text' in value))
    throw new Error('a text is expected');
  return { text: String(value.text) };
};
const aNumber = (value: unknown): { number: number } => ({ number: Number(Object(value).number) });

const noting = t.procedure.use(async ({ ctx, path, type, meta, input, next }) => {
  ctx.seen.push(`begin ${type} ${path} ${meta?.note} ${JSON.stringify(input)}`);
  const result = await next();
  ctx.seen.push(result.ok ? 'done' : `failed: ${result.error.code}`);
  return result;
});
const named = noting.use(({ ctx, next }) => next({ ctx: { name: `${ctx.person} the first` } }));

const router = t.router({
  echo: named
    .meta({ note: 'noted' })
    .input(aText)
    .input(aNumber)
    .mutation(({ ctx, input, batchIndex, signal }) => ({
      ...input,
      ...ctx,
      batchIndex,
      aborted: signal?.aborted,
    })),
  before: noting
    .input(aText)
    .use(({ input, next }) => next({ ctx: { person: input.text } }))
    .query(({ ctx }) => ctx.person),
  rewritten: noting
    .use(({ next }) => next({ getRawInput: async () => ({ text: 'another' }) }))
    .input(aText)
    .query(({ input }) => input),
  replaced: noting.use(({ next }) => next({ input: { text: 'given' } } as object)).query((all) => all.input),
  refuses: named.query((): string => {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'not for you' });
  }),
  crashes: named.query((): string => {
    throw new Error('broken');
  }),
  crashesBefore: noting
    .use(() => {
      throw new Error('broken before');
    })
    .query(() => 'never'),
  forgets: t.procedure.use(async () => undefined as never).query(() => 'never'),
  checked: named.output(aText).query(() => ({ text: 1 }) as never),
  wronglyAnswered: named.output(aText).query(() => 1 as never),
  nested: t.router({ deep: named.query(() => 'deep') }),
  later: lazy(async () => t.router({ loaded: named.query(() => 'loaded') })),
});

const questions: [path: string, type: TRPCProcedureType, input: unknown][] = [
  ['echo', 'mutation', { text: 'hi', number: '7' }],
  ['echo', 'mutation', 'no text'],
  ['echo', 'query', { text: 'hi', number: 7 }],
  ['before', 'query', { text: 'Ada' }],
  ['rewritten', 'query', {}],
  ['replaced', 'query', {}],
  ['refuses', 'query', null],
  ['crashes', 'query', null],
  ['crashesBefore', 'query', null],
  ['forgets', 'query', null],
  ['checked', 'query', null],
  ['wronglyAnswered', 'query', null],
  ['nested.deep', 'query', null],
  ['later.loaded', 'query', null],
  ['nowhere', 'query', null],
  ['nested', 'query', null],
  ['__proto__', 'query', null],
  ['toString', 'query', null],
];

describe('a procedure that is called past tRPC', () => {
  test.each(questions)('%s as a %s does as by tRPC itself', async (path, type, input) => {
    const asked = async (call: (options: Parameters<typeof callProcedure>[0]) => Promise<unknown>) => {
      const ctx: Context = { person: 'Ada', seen: [] };
      const { signal } = new AbortController();
      const getRawInput = async () => input;
      const answer = await call({ router, path, type, ctx, batchIndex: 3, signal, getRawInput }).catch(told);
      return { answer, ctx };
    };
    const theirs = await asked(callTRPCProcedure);
    expect(await asked(callProcedure)).toEqual(theirs);
  });
});

const told = (error: unknown) =>
  error instanceof TRPCError && { code: error.code, message: error.message, cause: String(error.cause) };
