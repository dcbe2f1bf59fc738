const nowMs = Date.now();

/** So many minutes before the page was opened, so that what ages has the same age each time. */
export const minutesAgo = (minutes: number): string => new Date(nowMs - minutes * 60_000).toISOString();

export const hours = 60;
export const days = 24 * hours;
