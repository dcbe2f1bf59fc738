import type { Notice } from '@vibe/chat';

/**
 * What crosses from one process to another: a short first line, `<origin> <subject>`, and the notice as JSON after it. Whoever hears it decides by
 * the first line whether the rest is worth parsing: their own are not, nor is what is about conversations of others.
 */
export interface Envelope {
  /** The bus that sent it. */
  origin: string;
  /** The conversation that it is about; null for what comes unasked. */
  conversationId: number | null;
  /** Parses the rest. Null where it is nothing that this version knows. */
  open(): Notice | null;
}

const unasked = '*';

const topics: Record<Notice['topic'], true> = {
  conversation: true,
  receipts: true,
  preference: true,
  user: true,
  sessionsRevoked: true,
  typing: true,
  presence: true,
  instance: true,
  rosterWanted: true,
  roster: true,
};

export function seal(origin: string, notice: Notice): { conversationId: number | null; text: string } {
  const conversationId = subjectOf(notice);
  return { conversationId, text: `${origin} ${conversationId ?? unasked}\n${JSON.stringify(notice)}` };
}

/** Null where it is not one of ours. */
export function readEnvelope(text: string): Envelope | null {
  const end = text.indexOf('\n');
  const [origin, subject, ...rest] = text.slice(0, Math.max(end, 0)).split(' ');
  if (!origin || !subject || rest.length > 0) return null;
  const conversationId = subject === unasked ? null : Number(subject);
  if (Number.isNaN(conversationId)) return null;
  return { origin, conversationId, open: () => parse(text.slice(end + 1)) };
}

/** Memberships concern people who may be connected where nobody follows the conversation yet. */
function subjectOf(notice: Notice): number | null {
  switch (notice.topic) {
    case 'conversation':
      return notice.changes.some(({ kind }) => kind === 'participant') ? null : notice.conversationId;
    case 'receipts':
    case 'typing':
      return notice.conversationId;
    default:
      return null;
  }
}

function parse(json: string): Notice | null {
  const value: unknown = JSON.parse(json);
  return isNotice(value) ? value : null;
}

/** Who may publish on our Redis is trusted as who may write to our database; instances of another version may say more. */
function isNotice(value: unknown): value is Notice {
  const topic = typeof value === 'object' && value !== null && 'topic' in value ? value.topic : null;
  return typeof topic === 'string' && Object.hasOwn(topics, topic);
}
