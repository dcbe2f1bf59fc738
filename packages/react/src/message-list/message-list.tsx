import type { ConversationState } from '@vibe/client';
import type { MessageActionsBinding } from '../chat-window/message-actions-binding.ts';
import { useText } from '../provider/use-chat.ts';
import { Problem } from '../ui/problem.tsx';
import { EmptyConversation } from './empty-conversation.tsx';
import { MessageScroller } from './message-scroller.tsx';
import { MessageSkeletons } from './message-skeletons.tsx';
import { useIsPaused } from './use-is-paused.ts';
import { useKnown } from './use-known.ts';
import { type LoadProblem, useMessages } from './use-messages.ts';

export interface MessageListProps {
  conversationId: number;
  /** To be shown and pointed out; none: the first unread, or the end. */
  seq?: number | undefined;
  /** It is on the screen. Out of sight it stays as it is, until it is shown again. */
  isShown: boolean;
  /** The person wants to mend a message of theirs that was refused. */
  onEditPending(clientId: string): void;
  actions: MessageActionsBinding;
}

/** The messages of a conversation. Give it a `key` of the conversation's id. */
export function MessageList({ conversationId, ...rest }: MessageListProps) {
  const { messages } = useText();
  const isPaused = useIsPaused(rest.isShown);
  const known = useKnown(conversationId, isPaused);
  return (
    <section
      className="vc-messages"
      aria-label={messages.messages}
      aria-busy={!known}
      aria-hidden={!rest.isShown}
    >
      {known ? <KnownList known={known} isPaused={isPaused} {...rest} /> : <MessageSkeletons />}
    </section>
  );
}

interface ListProps extends Omit<MessageListProps, 'conversationId'> {
  isPaused: boolean;
}

function KnownList({ known, ...props }: ListProps & { known: ConversationState }) {
  const messages = useMessages(known, props);
  const { run, pending, problem } = messages;
  const hasAll = !run.hasOlder && !run.hasNewer;
  if (run.messages.length === 0 && !hasAll)
    return problem ? <FailedList problem={problem} /> : <MessageSkeletons />;
  if (run.messages.length + pending.length === 0) return <EmptyConversation known={known} />;
  return <MessageScroller messages={messages} {...props} />;
}

function FailedList({ problem: { message, retry } }: { problem: LoadProblem }) {
  return (
    <div className="vc-messages-problem">
      <Problem onRetry={retry}>{message}</Problem>
    </div>
  );
}
