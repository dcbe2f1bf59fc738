import type { Check } from '../check.ts';

/** In the end everybody is connected and has nothing on its way; nobody was signed out, and nothing threw. */
export const allCalm: Check = (journals, { userIds }) => {
  const finals = new Map(journals.of('final').map((line) => [line.person, line]));
  const missing = [...userIds.keys()].filter((person) => !finals.has(person));
  return [
    ...missing.map((person) => `person ${person} did not come to rest`),
    ...[...finals.values()].flatMap(({ person, restlessness }) =>
      restlessness.map((what) => `of person ${person}, ${what}`),
    ),
    ...journals.of('signedOut').map(({ person, life }) => `person ${person} was signed out (life ${life})`),
    ...journals.of('error').map(({ person, message }) => `by person ${person}: ${message}`),
  ];
};
