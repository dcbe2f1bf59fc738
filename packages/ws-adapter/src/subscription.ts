import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { isObservable, observableToAsyncIterable } from '@trpc/server/observable';
import type { Call } from './call.ts';
import { callProcedure } from './call-procedure.ts';
import type { CallScope } from './call-scope.ts';
import { dataResult } from './data-result.ts';
import { abortOnce, discard, isAbortError, isAsyncIterable, iterate } from './iterate.ts';
import { isLiveSource } from './live-source.ts';
import { pour } from './pour.ts';

/** One subscription of one socket, from its call to `stopped` or an error. */
export class Subscription {
  readonly #scope: CallScope;
  readonly #call: Call;
  readonly #abort = new AbortController();
  readonly #report = (cause: unknown): void => void this.#scope.replies.report(cause, this.#call);

  constructor(scope: CallScope, call: Call) {
    this.#scope = scope;
    this.#call = call;
  }

  stop(): void {
    abortOnce(this.#abort);
  }

  /**
   * Its id is free again, by `release`, just before the client is told that it is over. One that could not be started is
   * answered with an error alone; one that breaks off with an error and `stopped`, as by tRPC's own adapter.
   */
  async run(release: () => void): Promise<void> {
    const { replies } = this.#scope;
    const failure = await this.#follow().then(
      () => null,
      (cause: unknown) => ({ cause }),
    );
    release();
    if (failure && !this.#isGivingUp(failure.cause)) replies.error(this.#call, failure.cause, this.#call);
    else replies.result(this.#call, { type: 'stopped' });
  }

  async #follow(): Promise<void> {
    const { outlet } = this.#scope;
    const ctx = await this.#scope.context();
    if (this.#isOver()) return;
    const result = await this.#ask(ctx);
    if (!outlet.isOpen) this.stop();
    if (isObservable(result)) {
      if (!outlet.isOpen) return;
      return await this.#read(observableToAsyncIterable(result, this.#abort.signal));
    }
    if (!isAsyncIterable(result)) throw noIterable(this.#call.path);
    if (!isLiveSource(result)) return await this.#read(result);
    if (this.#isOver()) return;
    await this.#begin(() => pour(result, this.#scope, this.#call, this.#abort.signal));
  }

  async #begin(read: () => Promise<void>): Promise<void> {
    const { replies } = this.#scope;
    replies.result(this.#call, { type: 'started' });
    try {
      await read();
    } catch (cause) {
      replies.error(this.#call, cause, this.#call);
    }
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

  async #read(iterable: AsyncIterable<unknown>): Promise<void> {
    const { outlet, replies } = this.#scope;
    if (this.#isOver()) return await discard(iterable, this.#report);
    const deliver = (event: unknown) => replies.result(this.#call, dataResult(event));
    const reading = { abort: this.#abort, outlet, deliver, report: this.#report };
    await this.#begin(() => iterate(iterable, reading));
  }

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
