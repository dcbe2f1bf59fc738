import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@vibe/api';
import type { DurableEvent, ErrorData, PresenceEvent, TypingEvent } from '@vibe/contract';

/** What the server would throw. */
export const refusal = (code: ErrorData['code'], message: string = code) =>
  TRPCClientError.from<AppRouter>({ error: { code: -32_000, message, data: { chat: { code } } } });

/** What a fetch throws that reaches nothing. */
export const unreachable = () => TRPCClientError.from<AppRouter>(new TypeError('fetch failed'));

/** The server's side of one open stream. */
export interface FakeStream {
  path: string;
  input: unknown;
  isOpen: boolean;
  /** Sends an event with the cursor to resume from. */
  tell(event: DurableEvent, cursor: string): void;
  /** Sends an event of a stream that has no cursor. */
  show(event: TypingEvent | PresenceEvent): void;
  /** Ends it as a server does. */
  end(error?: TRPCClientError<AppRouter>): void;
}

/** A client whose calls are answered by functions, by the procedure's path. */
export function createFakeApi(answers: Record<string, (input: never) => unknown>) {
  const calls: { path: string; input: unknown }[] = [];
  const streams: FakeStream[] = [];

  const answer = async (path: string, input: unknown): Promise<unknown> => {
    calls.push({ path, input });
    const procedure = answers[path];
    if (!procedure) throw refusal('NOT_FOUND');
    return procedure(input as never);
  };
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op: { path, type, input } }) =>
      observable((observer) => {
        if (type !== 'subscription') {
          answer(path, input).then(
            (data) => {
              observer.next({ result: { type: 'data', data } });
              observer.complete();
            },
            (error: TRPCClientError<AppRouter>) => observer.error(error),
          );
          return () => {};
        }
        const stream: FakeStream = {
          path,
          input,
          isOpen: true,
          tell: (data, id) => observer.next({ result: { type: 'data', id, data: { id, data } } }),
          show: (data) => observer.next({ result: { type: 'data', data } }),
          end(error) {
            stream.isOpen = false;
            if (error) observer.error(error);
            else observer.complete();
          },
        };
        streams.push(stream);
        return () => {
          stream.isOpen = false;
        };
      });
  return { api: createTRPCClient<AppRouter>({ links: [link] }), calls, streams };
}
