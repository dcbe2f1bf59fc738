import { BellOff, type LucideIcon, Pin } from 'lucide-react';
import { memo } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Badge } from '../ui/badge.tsx';
import { useRowMarks } from './use-row.ts';

/** What is unread, and how the person keeps the conversation. */
export const RowMarks = memo(({ conversationId }: { conversationId: number }) => {
  const { list } = useText();
  const { unreadCount, isPinned, isMuted } = useRowMarks(conversationId);
  return (
    <span className="vc-row-marks">
      {isMuted && <Kept icon={BellOff} label={list.muted} />}
      {isPinned && <Kept icon={Pin} label={list.pinned} />}
      <Badge count={unreadCount} label={list.unread(unreadCount)} isQuiet={isMuted} />
    </span>
  );
});

const Kept = ({ icon: Icon, label }: { icon: LucideIcon; label: string }) => (
  <span className="vc-row-kept" title={label}>
    <Icon size={15} aria-hidden />
    <span className="vc-hidden">{label}</span>
  </span>
);
