import type { ConversationState } from '@vibe/client';
import type { Participant } from '@vibe/contract';
import { useText } from '../provider/use-chat.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { successorOf } from './successor-of.ts';
import { useConversationDeeds } from './use-details.ts';

interface RemoveMemberProps {
  known: ConversationState;
  member: Participant;
  onClose(): void;
}

export function RemoveMember({ known: { conversation }, member, onClose }: RemoveMemberProps) {
  const { details: text } = useText();
  const { remove } = useConversationDeeds(conversation.id);
  const { userId, user } = member;
  // A platform's admin may remove a group's last owner.
  const successor = successorOf(conversation.participants, userId);
  const handsOver = successor && text.leaveHandsOver(successor.user.fullName);
  return (
    <ConfirmDialog
      title={text.removeQuestion(user.fullName)}
      description={[text.removeEffect, handsOver].filter(Boolean).join(' ')}
      confirm={text.removeConfirm}
      onConfirm={() => remove(userId)}
      onClose={onClose}
    />
  );
}
