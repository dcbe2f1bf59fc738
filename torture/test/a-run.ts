import type { KnownConversation } from '@vibe/client';
import type { Message, Receipt } from '@vibe/contract';
import type { Line } from '../oracle/journal-line.ts';
import { type Journals, journalsOf } from '../oracle/journals.ts';
import type { MessageState, StoredMessage, Truth } from '../oracle/truth.ts';

/**
 * A small run without a fault. Person 0 (user 10) and person 1 (user 11) share conversation 1: version 1 made it, 2 and 3
 * are their memberships. Person 0 said "one" (4) and "two" (5), and made "two" into "three" (6).
 */
export interface Run {
  lines: Line[];
  truth: Truth;
}

const said = { person: 0, life: 1 } as const;
export const firstId = 'b7d3e5f6-0000-4000-8000-000000000001';
export const secondId = 'b7d3e5f6-0000-4000-8000-000000000002';

const stored = (seq: number, clientId: string, content: string, version: number): StoredMessage => ({
  id: 100 + seq,
  conversationId: 1,
  seq,
  senderId: 10,
  clientId,
  isText: true,
  content,
  isDeleted: false,
  version,
  createdMs: 1_000 * seq,
});

const state = (seq: number, version: number, content: string): MessageState => ({
  conversationId: 1,
  seq,
  version,
  senderId: 10,
  content,
});

const membership = (userId: number, version: number) => ({
  conversationId: 1,
  userId,
  joinVersion: version,
  version,
  isActive: true,
  visibleFromSeq: 0,
});

const write = (clientId: string, content: string): Line[] => [
  { ...said, kind: 'send', conversationId: 1, content },
  { ...said, kind: 'taken', conversationId: 1, clientId, content },
  { ...said, kind: 'kept', entry: 'send', id: clientId, conversationId: 1, messageId: null, content },
  { ...said, kind: 'gone', id: clientId },
];

export const heard = (seq: number, version: number): Extract<Line, { kind: 'heard' }> => ({
  person: 1,
  life: 1,
  kind: 'heard',
  connection: 1,
  event: { type: 'message', conversationId: 1, seq, version },
});

export const control = (name: string): Line => ({
  person: 1,
  life: 1,
  kind: 'heard',
  connection: 1,
  event: { type: 'control', name },
});

export function aRun(): Run {
  return {
    lines: [
      ...write(firstId, 'one'),
      ...write(secondId, 'two'),
      { ...said, kind: 'change', conversationId: 1, messageId: 102, content: 'three' },
      {
        ...said,
        kind: 'kept',
        entry: 'edit',
        id: 'edit',
        conversationId: 1,
        messageId: 102,
        content: 'three',
      },
      { ...said, kind: 'gone', id: 'edit' },
      control('ready'),
      control('caughtUp'),
      heard(1, 4),
      heard(2, 5),
      heard(2, 6),
      { person: 1, life: 1, kind: 'marks', conversationId: 1, load: 1, joinVersion: 3, marks: [[10, 2, 2]] },
      final(0, 10),
      final(1, 11),
    ],
    truth: {
      userIds: [10, 11],
      conversations: [{ id: 1, lastSeq: 2, version: 6 }],
      messages: [stored(1, firstId, 'one', 4), stored(2, secondId, 'three', 6)],
      messageStates: [state(1, 4, 'one'), state(2, 5, 'two'), state(2, 6, 'three')],
      membershipStates: [membership(10, 2), membership(11, 3)],
      receiptStates: [
        { conversationId: 1, userId: 10, deliveredSeq: 2, readSeq: 2 },
        { conversationId: 1, userId: 11, deliveredSeq: 2, readSeq: 0 },
      ],
      headVersions: [{ conversationId: 1, version: 1 }],
    },
  };
}

export const journals = ({ lines }: Run): Journals => journalsOf(lines);

/** What a person's screen shows at the end: all of it. */
function final(person: number, userId: number): Extract<Line, { kind: 'final' }> {
  const view = () => ({ conversation: conversation(userId), messages: messages() });
  return {
    person,
    life: 1,
    kind: 'final',
    userId,
    isAtRest: true,
    restlessness: [],
    shown: [{ ...view(), endRun: 2 }],
    fetched: [view()],
  };
}

const message = (seq: number, clientId: string, content: string, version: number): Message => ({
  id: 100 + seq,
  conversationId: 1,
  seq,
  senderId: 10,
  clientId,
  kind: 'text',
  content,
  payload: null,
  createdAt: new Date(1_000 * seq).toISOString(),
  editedAt: null,
  deletedAt: null,
  version,
});
const messages = () => [message(1, firstId, 'one', 4), message(2, secondId, 'three', 6)];

const receipt = (userId: number, readSeq: number): Receipt => ({
  conversationId: 1,
  userId,
  deliveredSeq: 2,
  deliveredAt: null,
  readSeq,
  readAt: null,
});

function conversation(userId: number): KnownConversation {
  const user = {
    id: userId,
    fullName: 'A',
    avatarUrl: null,
    role: 'client',
    isDeactivated: false,
    version: 1,
  } as const;
  const participant = {
    conversationId: 1,
    userId,
    role: 'member',
    joinedAt: new Date(0).toISOString(),
    leftAt: null,
    visibleFromSeq: 0,
    joinVersion: userId - 8,
    version: userId - 8,
    user,
  } as const;
  return {
    id: 1,
    type: 'direct',
    name: null,
    isActive: true,
    historyVisible: true,
    createdAt: new Date(0).toISOString(),
    stateVersion: 1,
    version: 6,
    lastSeq: 2,
    lastActivityAt: new Date(2_000).toISOString(),
    lastMessage: messages()[1] ?? null,
    unreadCount: userId === 10 ? 0 : 2,
    uncountedSeqs: [],
    membership: participant,
    participantCount: 2,
    participants: [participant],
    receipts: [receipt(10, 2), receipt(11, 0)],
    preference: {
      conversationId: 1,
      mutedUntil: null,
      pinnedAt: null,
      archivedAt: null,
      version: 0,
    },
  };
}
