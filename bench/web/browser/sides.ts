/** What is measured beside what: our own page, and the same chat as one would write it at first. */
export const sides = ['ours', 'plain'] as const;
export type Side = (typeof sides)[number];

export const pageOf: Record<Side, string> = {
  ours: '/bench/host/index.html',
  plain: '/bench/reference/index.html',
};
