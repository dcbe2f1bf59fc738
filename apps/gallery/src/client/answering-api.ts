import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@vibe/api';
import type { ChatApi } from '@vibe/client';

/** What a procedure is answered with; an `Error` refuses it, and a promise that never resolves keeps it waiting. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

/** The whole api without a server: what is prepared is answered, everything else cannot be reached. */
export const answeringApi = (answers: Answers): ChatApi =>
  createTRPCClient<AppRouter>({
    links: [
      () =>
        ({ op }) =>
          observable((observer) => {
            if (op.type === 'subscription') return;
            answer(answers, op.path, op.input).then(
              (data) => {
                observer.next({ result: { type: 'data', data } });
                observer.complete();
              },
              (error) => observer.error(TRPCClientError.from(error)),
            );
          }),
    ],
  });

async function answer(answers: Answers, path: string, input: unknown): Promise<unknown> {
  const prepared = answers[path]?.(input) ?? new Error('There is no server here.');
  if (prepared instanceof Error) throw prepared;
  return prepared;
}
