import { chatText } from '../chat/text.ts';
import { chatWindowText } from '../chat-window/text.ts';
import { composerText } from '../composer/text.ts';
import { connectionText } from '../connection/text.ts';
import { conversationListText } from '../conversation-list/text.ts';
import { detailsText } from '../details/text.ts';
import { messageActionsText } from '../message-actions/text.ts';
import { messageListText } from '../message-list/text.ts';
import { newConversationText } from '../new-conversation/text.ts';
import { peopleText } from '../people/text.ts';
import { uiText } from '../ui/text.ts';

const english = {
  chat: chatText,
  list: conversationListText,
  window: chatWindowText,
  messages: messageListText,
  actions: messageActionsText,
  composer: composerText,
  connection: connectionText,
  newConversation: newConversationText,
  details: detailsText,
  people: peopleText,
  ui: uiText,
};

/** Every word on the screen, by feature. What depends on names or numbers is a function of them. */
export type Text = typeof english;

/** Words in place of ours; what is left out stays. */
export type TextChanges = { [Feature in keyof Text]?: Partial<Text[Feature]> };

export function withTextChanges(changes: TextChanges = {}): Text {
  return {
    chat: { ...english.chat, ...changes.chat },
    list: { ...english.list, ...changes.list },
    window: { ...english.window, ...changes.window },
    messages: { ...english.messages, ...changes.messages },
    actions: { ...english.actions, ...changes.actions },
    composer: { ...english.composer, ...changes.composer },
    connection: { ...english.connection, ...changes.connection },
    newConversation: { ...english.newConversation, ...changes.newConversation },
    details: { ...english.details, ...changes.details },
    people: { ...english.people, ...changes.people },
    ui: { ...english.ui, ...changes.ui },
  };
}
