import type { ConversationState } from '@vibe/client';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useText } from '../provider/use-chat.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { describeLeaving } from './describe-leaving.ts';
import { DetailsAction } from './details-action.tsx';
import { useConversationDeeds } from './use-details.ts';

interface LeaveGroupProps {
  known: ConversationState;
  ownId: number;
  onLeft(): void;
}

export function LeaveGroup({ known, ownId, onLeft }: LeaveGroupProps) {
  const text = useText();
  const { details } = text;
  const { setOpen } = useOpenConversation();
  const [isAsked, setIsAsked] = useState(false);
  const { id, name } = known.conversation;
  const deeds = useConversationDeeds(id);
  const leave = async () => {
    await deeds.leave();
    onLeft();
    setOpen(null);
  };
  return (
    <>
      <DetailsAction icon={LogOut} label={details.leave} isDangerous onClick={() => setIsAsked(true)} />
      {isAsked && (
        <ConfirmDialog
          title={details.leaveQuestion(name ?? '')}
          description={describeLeaving(known.conversation, ownId, text)}
          confirm={details.leaveConfirm}
          onConfirm={leave}
          onClose={() => setIsAsked(false)}
        />
      )}
    </>
  );
}
