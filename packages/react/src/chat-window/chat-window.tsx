import { ConnectionNotice } from '../connection/connection-notice.tsx';
import { ChatScope } from '../provider/chat-scope.tsx';
import type { OpenConversation } from '../provider/open-conversation.ts';
import { Conversation } from './conversation.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { isClosedFor } from './standing.ts';
import { useStanding } from './use-standing.ts';
import { WindowClosed } from './window-closed.tsx';
import { WindowHeader } from './window-header.tsx';

export interface ChatWindowProps {
  /** Null while no conversation is open. */
  target: OpenConversation | null;
  onBack?: () => void;
  onShowDetails?: () => void;
}

/**
 * One conversation: its header, its messages, and where one writes. Keep it mounted while people go from one conversation
 * to another: it keeps the last few ready.
 */
export function ChatWindow({ target, onBack, onShowDetails }: ChatWindowProps) {
  const id = target?.conversationId ?? null;
  const standing = useStanding(id);
  const isClosed = standing !== null && isClosedFor(standing);
  return (
    <ChatScope>
      <div className="vc-window">
        {id === null ? (
          <NothingOpen />
        ) : (
          <>
            <WindowHeader {...{ conversationId: id, onBack, onShowDetails, isClosed }} />
            <ConnectionNotice />
          </>
        )}
        <Conversation conversationId={isClosed ? null : id} seq={target?.seq} />
        {id !== null && isClosed && <WindowClosed key={id} {...{ conversationId: id, standing, onBack }} />}
      </div>
    </ChatScope>
  );
}
