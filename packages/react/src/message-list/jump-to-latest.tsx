import { ChevronDown } from 'lucide-react';
import { useFormat, useText } from '../provider/use-chat.ts';
import { Badge } from '../ui/badge.tsx';

/** Back to the conversation's end, and how much is new there. Within what scrolls, so that the wheel turns over it, too. */
export function JumpToLatest({ count, onJump }: { count: number; onJump(): void }) {
  const { messages } = useText();
  const format = useFormat();
  const label = count > 0 ? messages.jumpToNew(count, format.number(count)) : messages.jump;
  return (
    <div className="vc-jump-place">
      <button type="button" className="vc-jump" aria-label={label} title={label} onClick={onJump}>
        <ChevronDown size={22} aria-hidden />
        <Badge count={count} label={label} />
      </button>
    </div>
  );
}
