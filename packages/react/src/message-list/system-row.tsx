import type { Message } from '@vibe/contract';
import { memo } from 'react';
import { useFormat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { describeMessage } from './describe-message.ts';
import type { RowFacts } from './row-facts.ts';
import { RowMarkers } from './row-markers.tsx';

interface SystemRowProps extends RowFacts {
  message: Message;
  isTabStop: boolean;
  isPointedOut: boolean;
}

/** What the system tells: who came, went, or renamed the group. */
export const SystemRow = memo(function SystemRow({
  message,
  isTabStop,
  isPointedOut,
  ...facts
}: SystemRowProps) {
  const text = useText();
  const format = useFormat();
  const words = useSync(({ chat }) => describeMessage(chat, message, text, format));
  return (
    <>
      <RowMarkers {...facts} createdAt={message.createdAt} />
      <p
        className="vc-system"
        data-row
        data-pointed-out={isPointedOut || undefined}
        tabIndex={isTabStop ? 0 : -1}
        title={format.full(message.createdAt)}
      >
        <span className="vc-pill" dir="auto">
          {words}
        </span>
      </p>
    </>
  );
});
