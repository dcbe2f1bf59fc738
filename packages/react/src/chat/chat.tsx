import { type ReactNode, useState } from 'react';
import { ChatWindow } from '../chat-window/chat-window.tsx';
import { isClosedFor, standingOf } from '../chat-window/standing.ts';
import { ConversationList } from '../conversation-list/conversation-list.tsx';
import { Details } from '../details/details.tsx';
import { ChatScope } from '../provider/chat-scope.tsx';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useSync } from '../provider/use-sync.ts';

export interface ChatProps {
  /** What stands above the list: the host's own menu, say. */
  listHeader?: ReactNode;
}

/** The whole chat: list, window and details beside each other where there is room, one at a time where there is not. */
export function Chat({ listHeader }: ChatProps) {
  const { open, setOpen } = useOpenConversation();
  const [detailsOf, setDetailsOf] = useState<number | null>(null);
  const openId = open?.conversationId ?? null;
  // Nothing is left to tell of a conversation that one is no longer in.
  const isClosed = useSync(({ chat }) => openId !== null && isClosedFor(standingOf(chat, openId)));
  const hasDetails = open !== null && detailsOf === openId && !isClosed;
  const shown = hasDetails ? 'details' : open ? 'window' : 'list';
  return (
    <ChatScope>
      <div className="vc-chat" data-shown={shown}>
        <div className="vc-chat-panes">
          <ConversationList header={listHeader} />
          <ChatWindow
            target={open}
            onBack={() => setOpen(null)}
            onShowDetails={() => setDetailsOf(hasDetails ? null : openId)}
          />
          {hasDetails && <Details conversationId={open.conversationId} onClose={() => setDetailsOf(null)} />}
        </div>
      </div>
    </ChatScope>
  );
}
