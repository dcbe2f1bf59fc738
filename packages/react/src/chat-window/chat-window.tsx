import { ConnectionNotice } from '../connection/connection-notice.tsx';
import { ChatScope } from '../provider/chat-scope.tsx';
import type { OpenConversation } from '../provider/open-conversation.ts';
import { Conversation } from './conversation.tsx';
import { isClosedFor } from './standing.ts';
import { useStanding } from './use-standing.ts';
import { WindowClosed } from './window-closed.tsx';
import { WindowHeader } from './window-header.tsx';

export interface ChatWindowProps {
  target: OpenConversation;
  onBack?: () => void;
  onShowDetails?: () => void;
}

/** One conversation: its header, its messages, and where one writes. Give it a `key` of the conversation's id. */
export function ChatWindow({ target, onBack, onShowDetails }: ChatWindowProps) {
  const { conversationId, seq } = target;
  const standing = useStanding(conversationId);
  const isClosed = isClosedFor(standing);
  return (
    <ChatScope>
      <div className="vc-window">
        <WindowHeader {...{ conversationId, onBack, onShowDetails, isClosed }} />
        <ConnectionNotice />
        {isClosed ? (
          <WindowClosed conversationId={conversationId} standing={standing} onBack={onBack} />
        ) : (
          <Conversation conversationId={conversationId} seq={seq} />
        )}
      </div>
    </ChatScope>
  );
}
