import {
  type Anchor,
  type ConversationState,
  describeFailure,
  type MessageRun,
  type PendingMessage,
} from '@vibe/client';
import { useCallback, useEffect, useState } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { useShownRun } from './use-shown-run.ts';
import { useVisit, type Visit } from './use-visit.ts';

/** The messages that a list shows, and moving about in them. */
export interface Messages {
  known: ConversationState;
  run: MessageRun;
  /** Own ones on their way, where the list shows the conversation's end: they stand there. */
  pending: readonly PendingMessage[];
  /** When the latest of those was written, wherever the list stands; null where there are none. */
  sentAt: string | null;
  ownId: number;
  /** They are on the screen. */
  isShown: boolean;
  visit: Visit;
  /** Why messages could not be loaded; null while nothing is wrong. */
  problem: LoadProblem | null;
  /** Shows what lies before, and loads it where it is not loaded. */
  loadOlder(): void;
  loadNewer(): void;
  /** Shows what is around that place, once it is loaded; until then, what was shown before. */
  goTo(place: Anchor): void;
  /** Whether that place is among what is shown. */
  isAt(place: Anchor): boolean;
  /** The screen stands there: should everything be loaded anew, it begins there. */
  standAt(place: Anchor): void;
}

export interface LoadProblem {
  message: string;
  retry(): void;
}

const none: readonly PendingMessage[] = [];

export interface MessagesOptions {
  /** To be shown first; without it, the first unread, or the end. */
  seq?: number | undefined;
  /** They are on the screen. */
  isShown: boolean;
  /** They are out of sight, and stay as they are. */
  isPaused: boolean;
}

export function useMessages(known: ConversationState, { seq, isShown, isPaused }: MessagesOptions): Messages {
  const { sync } = useChat();
  const { id } = known.conversation;
  const pending = useSync(({ chat }) => chat.pending.get(id) ?? none, isPaused);
  const visit = useVisit(known, seq, isShown);
  const shown = useShownRun(known, visit.opening);
  const { run, isAt, goTo: show, isOnTheWay, setPlace, isCutBefore, isCutAfter } = shown;
  const { problem, load } = useLoad();

  const ask = useCallback(
    (place: Anchor) => load(() => (place === 'end' ? sync.loadLatest(id) : sync.loadAround(id, place))),
    [load, sync, id],
  );
  useEffect(() => {
    if (!isShown) return;
    const { opening } = visit;
    const close = sync.openConversation(id, opening === 'end' ? undefined : opening);
    // The same page: this tells whether it came.
    ask(opening);
    return close;
  }, [sync, id, isShown, visit, ask]);

  const firstSeq = run.messages[0]?.seq;
  const lastSeq = run.messages.at(-1)?.seq;
  const loadOlder = useCallback(() => {
    if (isCutBefore && firstSeq !== undefined) setPlace(firstSeq);
    else load(() => sync.loadOlder(id, firstSeq));
  }, [isCutBefore, setPlace, load, sync, id, firstSeq]);
  const loadNewer = useCallback(() => {
    if (lastSeq === undefined) return;
    if (isCutAfter) setPlace(lastSeq);
    else load(() => sync.loadNewer(id, lastSeq));
  }, [isCutAfter, setPlace, load, sync, id, lastSeq]);
  const goTo = useCallback(
    (place: Anchor) => {
      show(place);
      ask(place);
    },
    [show, ask],
  );
  const standAt = useCallback(
    (place: Anchor) => {
      if (isOnTheWay) return;
      setPlace(place);
      ask(place);
    },
    [isOnTheWay, setPlace, ask],
  );
  return {
    known,
    run,
    pending: run.hasNewer ? none : pending,
    sentAt: pending.at(-1)?.createdAt ?? null,
    ownId: known.conversation.membership.userId,
    isShown,
    visit,
    problem,
    loadOlder,
    loadNewer,
    goTo,
    isAt,
    standAt,
  };
}

/** Loads pages, and tells why the last one did not come. What may pass is tried again elsewhere, and said elsewhere. */
function useLoad() {
  const [problem, setProblem] = useState<LoadProblem | null>(null);
  const load = useCallback((call: () => Promise<void>): void => {
    const attempt = () => {
      setProblem(null);
      call().catch((error) => {
        const { message, isRetryable } = describeFailure(error);
        if (!isRetryable) setProblem({ message, retry: attempt });
      });
    };
    attempt();
  }, []);
  return { problem, load };
}
