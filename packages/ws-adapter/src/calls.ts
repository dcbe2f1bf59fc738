import { TRPCError } from '@trpc/server';
import { isObservable } from '@trpc/server/observable';
import type { Call } from './call.ts';
import { callProcedure } from './call-procedure.ts';
import type { CallScope } from './call-scope.ts';
import { isAsyncIterable } from './iterate.ts';
import { Subscription } from './subscription.ts';

/** What one socket has asked for and not been answered, up to its limits. */
export class Calls {
  readonly #scope: CallScope;
  readonly #subscriptions = new Map<Call['id'], Subscription>();
  #underWay = 0;

  constructor(scope: CallScope) {
    this.#scope = scope;
  }

  start(call: Call): void {
    const refusal = this.#refusal(call);
    if (refusal) this.#scope.replies.error(call, refusal, call);
    else if (call.type === 'subscription') this.#subscribe(call);
    else this.#begin(call);
  }

  stop(id: Call['id']): void {
    this.#subscriptions.get(id)?.stop();
  }

  stopAll(): void {
    for (const subscription of this.#subscriptions.values()) subscription.stop();
  }

  #refusal({ id, type }: Call): TRPCError | null {
    const { subscriptions, callsUnderWay } = this.#scope.adapter.options.limits;
    if (type !== 'subscription') {
      if (this.#underWay < callsUnderWay) return null;
      return tooMany(
        `One connection makes at most ${callsUnderWay} calls at once. Wait for an answer first.`,
      );
    }
    if (this.#subscriptions.has(id))
      return new TRPCError({ code: 'BAD_REQUEST', message: `Duplicate id ${id}` });
    if (this.#subscriptions.size < subscriptions) return null;
    return tooMany(`One connection follows at most ${subscriptions} streams. Stop one first.`);
  }

  #subscribe(call: Call): void {
    const subscription = new Subscription(this.#scope, call, () => this.#subscriptions.delete(call.id));
    this.#subscriptions.set(call.id, subscription);
    void subscription.run();
  }

  #begin(call: Call): void {
    const { options, patientCalls } = this.#scope.adapter;
    this.#underWay += 1;
    if (options.mayWait(call.path)) patientCalls.add(() => void this.#answer(call));
    else void this.#answer(call);
  }

  async #answer(call: Call): Promise<void> {
    const { outlet, replies } = this.#scope;
    try {
      const ctx = await this.#scope.context();
      // What is asked by somebody who does not read the answers has to wait.
      if (outlet.isBehind) await outlet.drained();
      replies.result(call, { type: 'data', data: await this.#ask(call, ctx) });
    } catch (cause) {
      replies.error(call, cause, call);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #ask({ path, type, input, batchIndex }: Call, ctx: unknown): Promise<unknown> {
    const { router } = this.#scope.adapter.options;
    // Never aborted: what was begun is finished, whether or not its client is still there.
    const { signal } = new AbortController();
    const getRawInput = async () => input;
    const data: unknown = await callProcedure({
      router,
      path,
      type,
      ctx,
      signal,
      batchIndex,
      getRawInput,
    });
    if (!isAsyncIterable(data) && !isObservable(data)) return data;
    throw new TRPCError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `Cannot return an async iterable or observable from a ${type} procedure with WebSockets`,
    });
  }
}

const tooMany = (message: string): TRPCError => new TRPCError({ code: 'TOO_MANY_REQUESTS', message });
