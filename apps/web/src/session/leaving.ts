import { tokens } from './session.ts';

let isUnderWay = false;

/** Whether the session ends because its person said so here. */
export const isLeaving = (): boolean => isUnderWay;

/** @throws what `describeFailure` puts into words; the session then goes on. */
export async function leaveBy(end: () => Promise<void>): Promise<void> {
  isUnderWay = true;
  try {
    await end();
  } finally {
    isUnderWay = false;
  }
}

export const signOut = (): Promise<void> => leaveBy(() => tokens.signOut());
