import { lazy } from 'react';

const load = () => import('./row-menu.tsx');

/** `RowMenu`, loaded when it is first rendered. */
export const LazyRowMenu = lazy(async () => ({ default: (await load()).RowMenu }));

/** Somebody may be about to open it. */
export const prepareRowMenu = (): void => {
  // If it fails now, opening it tries again.
  load().catch(() => {});
};
