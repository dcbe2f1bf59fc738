import { median } from '../../report/statistics.ts';
import type { Taken } from '../stages/figure.ts';

export type Verdict = 'kept' | 'missed' | 'not judged';

/** Whether our side is within the figure's limit. */
export function verdictOf({ figure: { limit, judgedBy }, ours }: Taken): Verdict {
  if (limit === null) return 'not judged';
  const judged = judgedBy === 'median' ? median(ours) : Math.max(...ours);
  return judged <= limit ? 'kept' : 'missed';
}
