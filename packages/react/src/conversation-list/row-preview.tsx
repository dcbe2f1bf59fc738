import { memo } from 'react';
import { ProgressMark } from '../people/progress-mark.tsx';
import { useText } from '../provider/use-chat.ts';
import { useLastLine, useTypingLine } from './use-row.ts';
import { useRowDraft } from './use-row-draft.ts';

interface RowPreviewProps {
  conversationId: number;
  isOpen: boolean;
}

/** Who types, or else what was begun here, or else the conversation's end. */
export const RowPreview = memo(({ conversationId, isOpen }: RowPreviewProps) => {
  const { list } = useText();
  const typing = useTypingLine(conversationId);
  const draft = useRowDraft(conversationId, isOpen);
  if (typing !== null) {
    return (
      <span className="vc-row-preview vc-row-typing">
        <span className="vc-row-text">{typing}</span>
      </span>
    );
  }
  if (draft === '') return <LastLine conversationId={conversationId} />;
  return (
    <span className="vc-row-preview">
      <span className="vc-row-sender vc-row-draft">{list.sender(list.draft)}</span>
      <span className="vc-row-text" dir="auto">
        {draft}
      </span>
    </span>
  );
});

function LastLine({ conversationId }: { conversationId: number }) {
  const { list } = useText();
  const { sender, words, mark, isAside } = useLastLine(conversationId);
  return (
    <span className="vc-row-preview">
      {mark && <ProgressMark progress={mark} size={16} />}
      {sender !== null && (
        <span className="vc-row-sender" dir="auto">
          {list.sender(sender)}
        </span>
      )}
      <span className="vc-row-text" dir="auto" data-aside={isAside || undefined}>
        {words}
      </span>
    </span>
  );
}
