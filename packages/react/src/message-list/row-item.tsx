import { type ConversationState, messageStatus } from '@vibe/client';
import { memo } from 'react';
import type { Progress } from '../people/progress-mark.tsx';
import { MessageRow } from './message-row.tsx';
import type { MessageRows, Row } from './message-rows.ts';
import { type RowRules, rowFacts } from './row-facts.ts';
import { SystemRow } from './system-row.tsx';
import type { RowActions } from './use-row-actions.ts';

export interface RowItemProps {
  rows: MessageRows;
  index: number;
  rules: RowRules;
  known: ConversationState;
  pointedOutSeq: number | null;
  openMenuId: number | null;
  isTabStop: boolean;
  actions: RowActions;
}

/** Works out what one row shows, so that what draws it need not be drawn again for what happens elsewhere. */
export const RowItem = memo(function RowItem({
  rows,
  index,
  rules,
  known,
  pointedOutSeq,
  openMenuId,
  isTabStop,
  actions,
}: RowItemProps) {
  const row = rows.at(index);
  if (!row) return null;
  const facts = rowFacts(rows.at(index - 1), row, rows.at(index + 1), rules);
  const isPointedOut = row.seq !== null && row.seq === pointedOutSeq;
  if (row.isLine && row.message) {
    return <SystemRow message={row.message} {...facts} isTabStop={isTabStop} isPointedOut={isPointedOut} />;
  }
  const isOwn = row.senderId === known.conversation.membership.userId;
  const isGroup = known.conversation.type === 'group';
  return (
    <MessageRow
      message={row.message}
      pending={row.pending}
      change={row.change}
      {...facts}
      isOwn={isOwn}
      hasSender={isGroup && !isOwn}
      progress={isOwn || row.change ? progressOf(row, known) : null}
      isPointedOut={isPointedOut}
      isMenuOpen={row.message !== null && row.message.id === openMenuId}
      isTabStop={isTabStop}
      actions={actions}
    />
  );
});

function progressOf({ message, pending, change }: Row, known: ConversationState): Progress | null {
  const onItsWay = pending ?? change;
  if (onItsWay) return onItsWay.failure ? 'failed' : 'sending';
  if (!message || message.deletedAt !== null) return null;
  return messageStatus(known, message);
}
