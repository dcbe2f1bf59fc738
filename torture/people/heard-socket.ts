import type { DurableEvent } from '@vibe/contract';
import type { HeardEvent } from '../oracle/journal-line.ts';

/** What tRPC makes of an event that has a cursor. */
interface Frame {
  result?: { type?: string; data?: { data?: DurableEvent } };
}

/** A WebSocket that lets `hear` know of each durable event before the client does, with the socket's number. */
export function heardSocket(hear: (event: HeardEvent, connection: number) => void): typeof WebSocket {
  let connections = 0;
  return class HeardSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      connections += 1;
      const connection = connections;
      this.addEventListener('message', ({ data }) => {
        const event = heardEvent(String(data));
        if (event) hear(event, connection);
      });
    }
  };
}

function heardEvent(text: string): HeardEvent | null {
  if (!text.startsWith('{')) return null;
  const { result }: Frame = JSON.parse(text);
  const event = result?.type === 'data' ? result.data?.data : undefined;
  return event && 'type' in event ? brief(event) : null;
}

function brief(event: DurableEvent): HeardEvent | null {
  switch (event.type) {
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted': {
      const { conversationId, seq, version } = event.message;
      return { type: 'message', conversationId, seq, version };
    }
    case 'conversation.created': {
      const { id, membership } = event.conversation;
      return { type: 'created', conversationId: id, joinVersion: membership.joinVersion };
    }
    case 'conversation.updated':
      return {
        type: 'head',
        conversationId: event.conversation.id,
        version: event.conversation.stateVersion,
      };
    case 'participant.added':
    case 'participant.updated':
    case 'participant.removed': {
      const { conversationId, userId, version, leftAt } = event.participant;
      return { type: 'participant', conversationId, userId, version, isActive: leftAt === null };
    }
    case 'receipt.advanced': {
      const { conversationId, userId, deliveredSeq, readSeq } = event.receipt;
      return { type: 'receipt', conversationId, userId, deliveredSeq, readSeq };
    }
    case 'ready':
    case 'caughtUp':
    case 'reset':
    case 'conversation.truncated':
      return { type: 'control', name: event.type };
    default:
      return null;
  }
}
