import { describeFailure } from '@vibe/client';
import { useState } from 'react';

/** Something that a person does and the server answers: whether it is under way, and why it failed. */
export interface Deed<Args extends unknown[] = []> {
  run(...args: Args): void;
  isBusy: boolean;
  /** A sentence for people; null while nothing is wrong. */
  problem: string | null;
  /** For bad input: the input's field → what is wrong with it. */
  fields: Record<string, string>;
}

const fine = { isBusy: false, problem: null, fields: {} };

export function useDeed<Args extends unknown[] = []>(make: (...args: Args) => Promise<void>): Deed<Args> {
  const [state, setState] = useState<Omit<Deed, 'run'>>(fine);
  const run = (...args: Args) => {
    setState({ ...fine, isBusy: true });
    make(...args).then(
      () => setState(fine),
      (error) => {
        const { message, fields } = describeFailure(error);
        setState({ isBusy: false, problem: message, fields });
      },
    );
  };
  return { ...state, run };
}
