import { type ConversationState, readersOf } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { useText } from '../provider/use-chat.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { MessageDialogProps } from './delete-message.tsx';
import { DirectReceipt } from './direct-receipt.tsx';
import { ReaderList } from './reader-list.tsx';
import { useAllReceipts } from './use-all-receipts.ts';

export interface MessageInfoProps extends MessageDialogProps {
  known: ConversationState;
}

/** How far an own message got. */
export function MessageInfo({ message, known, returnFocusTo, onClose }: MessageInfoProps) {
  const { actions } = useText();
  const { isLoading, problem, retry } = useAllReceipts(known);
  return (
    <Dialog title={actions.infoTitle} onClose={onClose} returnFocusTo={returnFocusTo}>
      {problem && <Problem onRetry={retry}>{problem}</Problem>}
      {isLoading ? <Skeleton height="6em" /> : <Receipts known={known} message={message} />}
    </Dialog>
  );
}

function Receipts({ known, message }: { known: ConversationState; message: Message }) {
  const { actions } = useText();
  const { conversation } = known;
  const { read, delivered, rest } = readersOf(known, message);
  const [partner] = [...read, ...delivered, ...rest];
  if (!partner) return <p>{actions.nobody}</p>;
  if (conversation.type === 'direct') {
    return <DirectReceipt {...{ known, message, userId: partner.userId }} />;
  }
  return (
    <>
      <ReaderList title={actions.readBy} step="read" members={read} {...{ conversation, message }} />
      <ReaderList
        title={actions.deliveredTo}
        step="delivered"
        members={delivered}
        {...{ conversation, message }}
      />
      <ReaderList title={actions.waitingFor} step={null} members={rest} {...{ conversation, message }} />
    </>
  );
}
