import { type ConversationState, messageStatus } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { Check, CheckCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../provider/use-chat.ts';
import { reachedAt } from './reached-at.ts';
import { ReceiptTime } from './receipt-time.tsx';

export interface DirectReceiptProps {
  known: ConversationState;
  message: Message;
  /** The other person. */
  userId: number;
}

/** How far a message between two got, step by step. */
export function DirectReceipt({ known, message, userId }: DirectReceiptProps) {
  const { actions } = useText();
  const status = messageStatus(known, message);
  const at = (step: 'delivered' | 'read') => reachedAt(known.conversation, message, userId, step);
  return (
    <dl className="vc-receipt">
      <Step name={actions.sent} icon={<Check size={18} aria-hidden />} isDone at={message.createdAt} />
      <Step
        name={actions.delivered}
        icon={<CheckCheck size={18} aria-hidden />}
        isDone={status !== 'sent'}
        at={at('delivered')}
      />
      <Step
        name={actions.read}
        icon={<CheckCheck size={18} className="vc-receipt-read" aria-hidden />}
        isDone={status === 'read'}
        at={at('read')}
      />
    </dl>
  );
}

interface StepProps {
  name: string;
  icon: ReactNode;
  isDone: boolean;
  at: string | null;
}

function Step({ name, icon, isDone, at }: StepProps) {
  const { actions } = useText();
  return (
    <div className="vc-receipt-step" data-done={isDone || undefined}>
      <dt>
        {icon} {name}
      </dt>
      <dd>{isDone ? at ? <ReceiptTime at={at} /> : '✓' : actions.notYet}</dd>
    </div>
  );
}
