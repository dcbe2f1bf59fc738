/** The platform's Web Locks; null where there are none, as on pages that came over plain HTTP. */
export const pageLocks = (): LockManager | null => globalThis.navigator?.locks ?? null;
