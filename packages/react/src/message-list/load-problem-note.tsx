import { Problem } from '../ui/problem.tsx';
import type { LoadProblem } from './use-messages.ts';

/** Over the messages: why the ones that were wanted did not come. */
export function LoadProblemNote({ problem: { message, retry } }: { problem: LoadProblem }) {
  return (
    <div className="vc-load-problem">
      <Problem onRetry={retry}>{message}</Problem>
    </div>
  );
}
