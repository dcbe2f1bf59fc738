import { type Anchor, type ConversationState, firstUnreadSeq } from '@vibe/client';
import { useState } from 'react';

/** One look at a conversation: from when its list is shown until another one's is. */
export interface Visit {
  /** Where the list opens: at the message that was asked for, the first unread, or the end. */
  opening: Anchor;
  /** The message that was asked for. */
  openedSeq: number | undefined;
  /** Where the divider stands; null where nothing was unread. */
  dividerSeq: number | null;
  /** Of the conversation's last message then: what comes later is news. */
  lastSeq: number;
  /** ISO 8601. */
  since: string;
}

/** The visit that is going on, or, while the list is out of sight, the last one. */
export function useVisit(known: ConversationState, seq: number | undefined, isShown: boolean): Visit {
  const [visit, setVisit] = useState(() => begin(known, seq));
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown !== wasShown) {
    setWasShown(isShown);
    if (isShown) setVisit(begin(known, seq));
  }
  return visit;
}

function begin(known: ConversationState, seq: number | undefined): Visit {
  const dividerSeq = firstUnreadSeq(known, known.conversation.membership.userId);
  return {
    opening: seq ?? dividerSeq ?? 'end',
    openedSeq: seq,
    dividerSeq,
    lastSeq: known.conversation.lastSeq,
    since: new Date().toISOString(),
  };
}
