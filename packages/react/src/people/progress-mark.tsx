import type { MessageStatus } from '@vibe/client';
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';

/** How far an own message got. */
export type Progress = 'sending' | 'failed' | MessageStatus;

const icons: Record<Progress, LucideIcon> = {
  sending: Clock,
  failed: CircleAlert,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
};

export function ProgressMark({ progress, size }: { progress: Progress; size: number }) {
  const { people } = useText();
  const Icon = icons[progress];
  return (
    <span className="vc-progress" data-progress={progress}>
      <Icon size={size} aria-hidden />
      <span className="vc-hidden">{people.progress[progress]}</span>
    </span>
  );
}
