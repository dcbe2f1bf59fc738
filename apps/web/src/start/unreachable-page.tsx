import { Button } from '@vibe/react/ui';
import { text } from '../text.ts';
import { NoticePage } from './notice-page.tsx';

export function UnreachablePage({ problem, onRetry }: { problem: string; onRetry(): void }) {
  const action = (
    <Button kind="primary" onClick={onRetry}>
      {text.unreachable.tryAgain}
    </Button>
  );
  return <NoticePage title={text.unreachable.title} lead={problem} action={action} />;
}
