import { CloudOff } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RowSkeleton } from './row-skeleton.tsx';

/** Before the conversations have come. */
export function ListWaiting() {
  const { list } = useText();
  return (
    <div className="vc-list-scroller" aria-busy>
      <p className="vc-hidden" role="status">
        {list.loading}
      </p>
      {[1, 2, 3, 4, 5, 6, 7].map((key) => (
        <div key={key} className="vc-row-space">
          <RowSkeleton />
        </div>
      ))}
    </div>
  );
}

/** They cannot be had. */
export function ListUnreachable({ onRetry }: { onRetry(): void }) {
  const { list, ui } = useText();
  return (
    <div className="vc-list-scroller" role="alert">
      <EmptyState
        icon={CloudOff}
        title={list.unreachable}
        action={<Button onClick={onRetry}>{ui.tryAgain}</Button>}
      >
        {list.unreachableHint}
      </EmptyState>
    </div>
  );
}
