import type { Message } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import type { ChatState } from '../folds/chat-state.ts';
import { foldMessage } from '../folds/fold-message.ts';
import { foldReceipt } from '../folds/fold-receipt.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** What the server said: the message as it is now (none, of a read mark), and how it shows. */
export interface Answer {
  message: Message | null;
  fold(chat: ChatState): ChatState;
}

/**
 * Makes the call that an entry stands for. All of them may be made twice. Null: what it was about is not known any more. A mark,
 * which nobody looks out for, is not waited for beyond `lifeSignal`.
 */
export async function perform(
  api: ChatApi,
  entry: OutboxEntry,
  lifeSignal: AbortSignal,
): Promise<Answer | null> {
  const { conversationId } = entry;
  switch (entry.kind) {
    case 'send': {
      const { id: clientId, content } = entry;
      return answerOf(await api.message.send.mutate({ conversationId, clientId, content }));
    }
    case 'edit': {
      const { messageId, content, version } = entry;
      if (messageId === null) return null;
      return answerOf(
        await api.message.edit.mutate({ messageId, content, ...(version !== null && { version }) }),
      );
    }
    case 'delete': {
      const { messageId } = entry;
      return messageId === null ? null : answerOf(await api.message.delete.mutate({ messageId }));
    }
    case 'read': {
      const receipt = await api.receipt.markRead.mutate(
        { conversationId, seq: entry.seq },
        { signal: lifeSignal },
      );
      return { message: null, fold: (chat) => foldReceipt(chat, receipt) };
    }
  }
}

const answerOf = (message: Message): Answer => ({ message, fold: (chat) => foldMessage(chat, { message }) });
