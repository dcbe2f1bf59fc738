import type { Conversation, Message, Participant, ParticipantRole, Preference, User } from '@vibe/contract';
import { people } from './people.ts';
import { days, minutesAgo } from './times.ts';

export interface Prepared {
  conversation: Conversation;
  messages: readonly Message[];
}

export interface Wanted {
  id: number;
  /** None: it is direct, with the one other person. */
  name?: string;
  /** Everybody beside oneself. */
  others: readonly User[];
  roles?: Readonly<Record<number, ParticipantRole>>;
  messages?: readonly Message[];
  unreadCount?: number;
  /** How far the others have read and received. */
  readSeq?: number;
  deliveredSeq?: number;
  preference?: Partial<Preference>;
  historyVisible?: boolean;
  /** Only the first of the members are known. */
  isSummary?: boolean;
}

const own = people.maya;
const summaryRows = 20;

/** A conversation of Maya's, as the server would tell it. */
export function prepare(wanted: Wanted): Prepared {
  const { id, name = null, others, roles = {}, messages = [], unreadCount = 0, preference } = wanted;
  const lastMessage = messages.at(-1) ?? null;
  const lastSeq = lastMessage?.seq ?? 0;
  const { readSeq = lastSeq, deliveredSeq = lastSeq } = wanted;
  const join = (user: User) => toParticipant(id, user, roles[user.id] ?? 'member');
  const all = [own, ...others].map(join);
  const participants = wanted.isSummary ? all.slice(0, summaryRows) : all;
  const receipts = participants.map(({ userId }) => {
    const seq = userId === own.id ? lastSeq - unreadCount : readSeq;
    const delivered = Math.max(seq, userId === own.id ? lastSeq : deliveredSeq);
    return {
      conversationId: id,
      userId,
      readSeq: seq,
      readAt: minutesAgo(1),
      deliveredSeq: delivered,
      deliveredAt: minutesAgo(1),
    };
  });
  return {
    messages,
    conversation: {
      id,
      type: name === null ? 'direct' : 'group',
      name,
      isActive: true,
      historyVisible: wanted.historyVisible ?? true,
      createdAt: minutesAgo(90 * days),
      stateVersion: 1,
      version: lastSeq + 10,
      lastSeq,
      lastActivityAt: lastMessage?.createdAt ?? minutesAgo(90 * days),
      lastMessage,
      unreadCount,
      uncountedSeqs: [],
      membership: join(own),
      participantCount: all.length,
      participants,
      receipts,
      preference: {
        conversationId: id,
        mutedUntil: null,
        pinnedAt: null,
        archivedAt: null,
        version: 1,
        ...preference,
      },
      users: [],
    },
  };
}

const toParticipant = (conversationId: number, user: User, role: ParticipantRole): Participant => ({
  conversationId,
  userId: user.id,
  role,
  joinedAt: minutesAgo(90 * days),
  leftAt: null,
  visibleFromSeq: 0,
  joinVersion: 1,
  version: 1,
  user,
});
