import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { isObservable, observableToAsyncIterable } from '@trpc/server/observable';
import type { Call } from './call.ts';
import { callProcedure } from './call-procedure.ts';
import type { CallScope } from './call-scope.ts';
import { dataResult } from './data-result.ts';
import { abortOnce, discard, isAbortError, isAsyncIterable, iterate } from './iterate.ts';
import { isLiveSource, type LiveSource } from './live-source.ts';
import { framePrefix } from './prepared-frames.ts';
import { type Failure, SocketSink } from './socket-sink.ts';

/** One subscription of one socket, from its call to `stopped` or an error. */
export class Subscription {
  readonly #scope: CallScope;
  readonly #call: Call;
  readonly #abort = new AbortController();
  /** Its id is free again. */
  readonly #release: () => void;
  /** Where a live source writes to. */
  #sink: SocketSink | null = null;

  constructor(scope: CallScope, call: Call, release: () => void) {
    this.#scope = scope;
    this.#call = call;
    this.#release = release;
  }

  stop(): void {
    abortOnce(this.#abort);
    this.#sink?.finish();
  }

  /**
   * One that could not be started is answered with an error alone; one that breaks off with an error and `stopped`, as by tRPC's
   * own adapter.
   */
  async run(): Promise<void> {
    try {
      const source = await this.#open();
      // Nothing waits for its end: thousands are open at once.
      if (source && isLiveSource(source)) return this.#pour(source);
      if (source) await this.#read(source);
    } catch (cause) {
      this.#release();
      if (this.#isGivingUp(cause)) this.#say({ type: 'stopped' });
      else this.#tellError(cause);
      return;
    }
    this.#finish();
  }

  /** Null when it is over already. */
  async #open(): Promise<AsyncIterable<unknown> | null> {
    const { outlet } = this.#scope;
    const ctx = await this.#scope.context();
    if (this.#isOver()) return null;
    const result = await this.#ask(ctx);
    if (!outlet.isOpen) this.stop();
    if (isObservable(result) && !outlet.isOpen) return null;
    const source = isObservable(result) ? observableToAsyncIterable(result, this.#abort.signal) : result;
    if (!isAsyncIterable(source)) throw noIterable(this.#call.path);
    if (!this.#isOver()) return source;
    if (!isLiveSource(source)) await discard(source, this.#report);
    return null;
  }

  #pour(source: LiveSource<unknown>): void {
    const { adapter, outlet } = this.#scope;
    const { id, jsonrpc } = this.#call;
    const { lane, attach } = source['~live'];
    const prefix = framePrefix(id, jsonrpc);
    this.#say({ type: 'started' });
    let detach = () => {};
    const ended = (failure: Failure | null) => {
      detach();
      if (failure) this.#tellError(failure.cause);
      this.#finish();
    };
    this.#sink = new SocketSink({ outlet, frames: adapter.frames, prefix, lane, ended });
    try {
      detach = attach(this.#sink);
    } catch (cause) {
      this.#sink.fail(cause);
    }
  }

  async #read(iterable: AsyncIterable<unknown>): Promise<void> {
    const { outlet } = this.#scope;
    const deliver = (event: unknown) => this.#say(dataResult(event));
    this.#say({ type: 'started' });
    try {
      await iterate(iterable, { abort: this.#abort, outlet, deliver, report: this.#report });
    } catch (cause) {
      this.#tellError(cause);
    }
  }

  #finish(): void {
    this.#release();
    this.#say({ type: 'stopped' });
  }

  #ask(ctx: unknown): Promise<unknown> {
    const { path, type, input, batchIndex } = this.#call;
    return callProcedure({
      router: this.#scope.adapter.options.router,
      path,
      type,
      ctx,
      batchIndex,
      signal: this.#abort.signal,
      getRawInput: async () => input,
    });
  }

  #say(result: Parameters<CallScope['replies']['result']>[1]): void {
    this.#scope.replies.result(this.#call, result);
  }

  #tellError(cause: unknown): void {
    this.#scope.replies.error(this.#call, cause, this.#call);
  }

  readonly #report = (cause: unknown): void => void this.#scope.replies.report(cause, this.#call);

  #isOver(): boolean {
    return this.#abort.signal.aborted || !this.#scope.outlet.isOpen;
  }

  /** A procedure may answer its cancellation with an `AbortError`. */
  #isGivingUp(cause: unknown): boolean {
    const error = getTRPCErrorFromUnknown(cause);
    const isInternal = error.code === 'INTERNAL_SERVER_ERROR';
    return this.#abort.signal.aborted && isInternal && isAbortError(error.cause);
  }
}

const noIterable = (path: string): TRPCError =>
  new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Subscription ${path} did not return an observable or a AsyncGenerator`,
  });
