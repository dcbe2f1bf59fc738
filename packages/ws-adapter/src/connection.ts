import type { IncomingMessage } from 'node:http';
import { TRPCError } from '@trpc/server';
import type { TRPCRequestInfo } from '@trpc/server/http';
import type { TRPCClientOutgoingMessage } from '@trpc/server/rpc';
import type { WebSocket } from 'ws';
import type { Adapter } from './adapter.ts';
import { toCall } from './call.ts';
import type { CallScope } from './call-scope.ts';
import { Calls } from './calls.ts';
import { expectsConnectionParams, parseConnectionParams } from './connection-params.ts';
import { Outlet } from './outlet.ts';
import { parseFrame } from './parse-frame.ts';
import { Replies } from './replies.ts';

type Made = { ok: true; context: unknown } | { ok: false; cause: unknown };

/** One socket: takes its frames in, and gives what they ask for its context. */
export class Connection implements CallScope {
  readonly adapter: Adapter;
  readonly outlet: Outlet;
  readonly replies: Replies;
  readonly #socket: WebSocket;
  /** What opened it, until its context is made: a socket lives far longer than anybody needs that. */
  #request: IncomingMessage | null;
  readonly #calls = new Calls(this);
  readonly #isWithinRate: () => boolean;
  readonly #closed = new AbortController();
  /** Null until its connection parameters are there. */
  #made: Promise<Made> | null = null;

  constructor(adapter: Adapter, socket: WebSocket, request: IncomingMessage) {
    const { limits, closeCodes, onSlowReader, frameRate } = adapter.options;
    this.adapter = adapter;
    this.#socket = socket;
    this.#request = request;
    this.#isWithinRate = frameRate(request);
    this.outlet = new Outlet({
      socket,
      raw: request.socket,
      corks: adapter.corks,
      behindBytes: limits.behindBytes,
      bufferedBytes: limits.bufferedBytes,
      closeCode: closeCodes.slowReader,
      onSlow: (bufferedBytes) => onSlowReader(socket, bufferedBytes),
    });
    this.replies = new Replies(adapter, this.outlet);
    this.#listen();
    if (!expectsConnectionParams(request.url)) this.#made = this.#make(request, () => null);
  }

  async context(): Promise<unknown> {
    const made = await this.#made;
    if (!made?.ok) throw made?.cause;
    return made.context;
  }

  #listen(): void {
    this.#socket.on('message', (data, isBinary) => {
      // A frame is always one buffer here: `binaryType` is left as it is.
      if (this.#mayReceive() && Buffer.isBuffer(data)) this.#receive(isBinary ? data : data.toString());
    });
    // Answered by `ws`, which ends whoever does not read the answers.
    this.#socket.on('ping', () => this.#mayReceive());
    // Without a listener, a malformed frame would end the process.
    this.#socket.on('error', (cause) => void this.replies.report(cause));
    this.#socket.once('close', () => {
      this.#calls.stopAll();
      this.#closed.abort();
    });
  }

  #mayReceive(): boolean {
    if (!this.outlet.isOpen) return false;
    const isWithinRate = this.#isWithinRate();
    const { rateLimited } = this.adapter.options.closeCodes;
    if (!isWithinRate) this.#socket.close(rateLimited, 'Too many messages. Wait, then connect again.');
    return isWithinRate;
  }

  #receive(data: string | Buffer): void {
    if (data === 'PONG') return;
    if (data === 'PING') this.outlet.send('PONG');
    else if (this.#request === null) this.#receiveCalls(data);
    else this.#made = this.#make(this.#request, () => parseConnectionParams(data));
  }

  #receiveCalls(data: string | Buffer): void {
    const { router, limits } = this.adapter.options;
    const frame = parseFrame(data, router._def._config.transformer, limits.batchCalls);
    if ('messages' in frame)
      for (const [index, message] of frame.messages.entries()) this.#handle(message, index);
    else for (const addressee of frame.refused) this.replies.error(addressee, frame.error);
  }

  #handle(message: TRPCClientOutgoingMessage, batchIndex: number): void {
    const { id } = message;
    if (id === null) {
      const error = new TRPCError({ code: 'PARSE_ERROR', message: '`id` is required' });
      this.replies.error({ id, jsonrpc: message.jsonrpc }, error);
    } else if (message.method === 'subscription.stop') this.#calls.stop(id);
    else this.#calls.start(toCall(id, message, batchIndex));
  }

  async #make(
    req: IncomingMessage,
    connectionParams: () => TRPCRequestInfo['connectionParams'],
  ): Promise<Made> {
    this.#request = null;
    try {
      const context: unknown = await this.adapter.options.createContext({
        req,
        res: this.#socket,
        info: {
          connectionParams: connectionParams(),
          calls: [],
          isBatchCall: false,
          accept: null,
          type: 'unknown',
          signal: this.#closed.signal,
          url: null,
        },
      });
      this.replies.context = context;
      return { ok: true, context };
    } catch (cause) {
      this.#giveUp(cause);
      return { ok: false, cause };
    }
  }

  #giveUp(cause: unknown): void {
    this.replies.error({ id: null }, cause);
    const { contextFailed } = this.adapter.options.closeCodes;
    setImmediate(() => this.#socket.close(contextFailed, 'The connection could not be set up.'));
  }
}
