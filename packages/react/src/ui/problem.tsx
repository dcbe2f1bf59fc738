import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Button } from './button.tsx';

/** What went wrong, in a sentence, and a way to try again where there is one. */
export function Problem({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  const { ui } = useText();
  return (
    <div className="vc-problem" role="alert">
      <CircleAlert size={18} aria-hidden />
      <p>{children}</p>
      {onRetry && (
        <Button kind="plain" onClick={onRetry}>
          {ui.tryAgain}
        </Button>
      )}
    </div>
  );
}
