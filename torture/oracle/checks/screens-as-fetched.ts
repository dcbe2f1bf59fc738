import { cacheDifferences } from '../cache-differences.ts';
import type { Check } from '../check.ts';

/** What a client holds is what a fetch from scratch gives. */
export const screensAsFetched: Check = (journals) =>
  journals
    .of('final')
    .flatMap(({ person, shown, fetched }) =>
      cacheDifferences(shown, fetched).map((difference) => `person ${person}: ${difference}`),
    );
