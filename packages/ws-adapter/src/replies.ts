import {
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCError,
  type TRPCErrorShape,
} from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY, type TRPCResponseMessage } from '@trpc/server/rpc';
import type { Adapter } from './adapter.ts';
import type { Call } from './call.ts';
import type { Outlet } from './outlet.ts';

/** What is said of a failure that belongs to no call. */
const noCall = { type: 'unknown', path: undefined, input: undefined } as const;

/** What a client gets when its error cannot be put into words: nothing of what `errorFormatter` would have hidden. */
const fallbackShape: TRPCErrorShape = {
  code: TRPC_ERROR_CODES_BY_KEY.INTERNAL_SERVER_ERROR,
  message: 'Internal server error',
  data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500 },
};

type Id = TRPCResponseMessage['id'];
type Result = Extract<TRPCResponseMessage, { result: unknown }>['result'];
/** Whose answer it is. A frame that could not be read has no id. */
export type Addressee = { id: Id; jsonrpc?: '2.0' | undefined };

/** Answers in tRPC's terms, and tells the server of what went wrong. */
export class Replies {
  /** That of the socket, once it is made. */
  context: unknown;
  readonly #adapter: Adapter;
  readonly #outlet: Outlet;

  constructor(adapter: Adapter, outlet: Outlet) {
    this.#adapter = adapter;
    this.#outlet = outlet;
  }

  /** @throws what the transformer or `JSON.stringify` throws. */
  result(to: Addressee, result: Result): void {
    if (!this.#outlet.isOpen) return;
    const serialised = 'data' in result ? { ...result, data: this.#serialise(result.data) } : result;
    this.#send({ ...envelope(to), result: serialised });
  }

  /** Reports it, and tells the client. */
  error(to: Addressee, cause: unknown, call?: Call): void {
    const error = this.report(cause, call);
    if (!this.#outlet.isOpen) return;
    try {
      this.#send({ ...envelope(to), error: this.#serialise(this.#shape(error, call)) });
    } catch (failure) {
      this.report(failure, call);
      this.#send({ ...envelope(to), error: this.#serialise(fallbackShape) });
    }
  }

  /** Tells the server alone. */
  report(cause: unknown, call?: Call): TRPCError {
    const error = getTRPCErrorFromUnknown(cause);
    const { type, path, input } = call ?? noCall;
    this.#adapter.options.onError({ error, type, path, input, ctx: this.context });
    return error;
  }

  #shape(error: TRPCError, call?: Call): TRPCErrorShape {
    const { type, path, input } = call ?? noCall;
    const config = this.#adapter.options.router._def._config;
    return getTRPCErrorShape({ config, error, type, path, input, ctx: this.context });
  }

  /** By hand: `transformTRPCResponse` copies property by property, as `call-procedure.ts` says. */
  #serialise(value: unknown): unknown {
    return this.#adapter.options.router._def._config.transformer.output.serialize(value);
  }

  #send(message: object): void {
    this.#outlet.send(JSON.stringify(message));
  }
}

const envelope = ({ id, jsonrpc }: Addressee) => (jsonrpc === undefined ? { id } : { id, jsonrpc });
