/** What this process takes for the time is off by that much from now on, in ms. */
export interface SkewedClock {
  skewMs: number;
}

const TrueDate = Date;

/** Replaces `Date`; what measures time otherwise, timers too, goes on as it was: a clock that was set wrong. */
export function skewClock(): SkewedClock {
  const clock: SkewedClock = { skewMs: 0 };
  const now = () => TrueDate.now() + clock.skewMs;
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, values: [], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  return clock;
}
