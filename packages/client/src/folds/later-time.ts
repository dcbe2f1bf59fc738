/** Of two ISO times, both in UTC and written alike, the later. */
export const laterTime = (...times: [string, string]): string => times.sort()[1] ?? times[0];
