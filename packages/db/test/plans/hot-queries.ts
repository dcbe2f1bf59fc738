import { randomUUID } from 'node:crypto';
import { limits } from '@vibe/contract';
import type { PrismaClient } from '../../generated/client.ts';
import type { Stores } from '../../src/stores/create-stores.ts';

/** What a query is asked with. */
export interface Scene {
  stores: Stores;
  prisma: PrismaClient;
  /** A mark shortly before the end of the history. */
  mark: bigint;
  sessionId: string;
  /** Somebody in 10 conversations, in 100, in 1,000; all are in the giant, conversation 1. */
  few: number;
  some: number;
  many: number;
  /** The giant's last seq. */
  depth: number;
}

export interface HotQuery {
  name: string;
  ask(scene: Scene): Promise<unknown>;
  /** Rows that it may read beside a small multiple of those that it answers with; say why. */
  also?: number;
}

const replayMax = { rows: limits.replayRows, messages: limits.replayMessages };
const connected = (count: number): number[] => Array.from({ length: count }, (_, index) => 1 + index * 7);

const messages: HotQuery[] = [
  {
    name: 'the latest messages',
    ask: ({ stores, few }) => stores.messages.list(few, { conversationId: 1, limit: 50 }),
  },
  ...[0.999, 0.5, 0.001].map((part) => ({
    name: `messages before part ${part} of a long conversation`,
    ask: ({ stores, few, depth }: Scene) =>
      stores.messages.list(few, { conversationId: 1, limit: 50, before: Math.floor(depth * part) + 60 }),
  })),
  {
    name: 'messages after one',
    ask: ({ stores, few }) => stores.messages.list(few, { conversationId: 1, limit: 50, after: 700 }),
  },
  {
    name: 'messages around one',
    ask: ({ stores, few }) => stores.messages.list(few, { conversationId: 1, limit: 50, around: 3_000 }),
  },
  { name: 'a message by id', ask: ({ stores, few }) => stores.messages.byId(few, 5_000) },
  { name: 'the conversation of a message', ask: ({ stores }) => stores.messages.conversationOf(5_000) },
  { name: 'a report', ask: ({ stores, few }) => stores.messages.report(few, 4_321, 'spam') },
  { name: 'the reports', ask: ({ stores }) => stores.messages.listReports({ limit: 50 }) },
  {
    name: 'a send',
    ask: ({ stores, few, many }) =>
      stores.messages.send(
        [few, many].map((senderId) => ({
          conversationId: 1,
          senderId,
          clientId: randomUUID(),
          content: 'hi',
        })),
      ),
  },
  {
    name: 'an edit, a deletion and an announcement',
    ask: ({ stores, few }) =>
      stores.conversations.change(1, async (conversation) => {
        const { id } = await conversation.editMessage(4_000, 'better');
        await conversation.message(id, 0);
        await conversation.deleteMessage(4_001);
        await conversation.announce(few, { type: 'group.renamed', from: 'Some', to: 'Others' });
      }),
  },
];

const conversations: HotQuery[] = [
  ...(['few', 'some', 'many'] as const).map((who) => ({
    name: `the first page of the conversations of somebody in ${who}`,
    ask: ({ stores, ...scene }: Scene) => stores.conversations.list(scene[who], { limit: 50 }),
    // Their own memberships and when something was last said there: an order that every send changes is no index's.
    also: { few: 20, some: 200, many: 2_000 }[who],
  })),
  {
    name: 'the second page of the conversations',
    async ask({ stores, many }) {
      const { nextKey } = await stores.conversations.list(many, { limit: 1 });
      return stores.conversations.list(many, { limit: 50, ...(nextKey && { after: nextKey }) });
    },
    also: 4_000,
  },
  { name: 'a conversation by id', ask: ({ stores, few }) => stores.conversations.byId(few, 1) },
  { name: 'how somebody stands', ask: ({ stores, few }) => stores.conversations.standing(few, 1) },
  {
    name: 'a preference',
    ask: ({ stores, few }) => stores.conversations.setPreference(few, 1, { pinnedAt: new Date() }),
  },
  {
    name: 'a renaming, a joining, a new role and a removal',
    ask: ({ stores, few }) =>
      stores.conversations.change(1, async (conversation) => {
        await conversation.rename('Others');
        await conversation.membership(few);
        await conversation.admit([5_001], 'member');
        await conversation.setRole(5_001, 'admin');
        await conversation.isBlocked(few);
        await conversation.remove(5_001);
      }),
  },
  {
    name: 'a new direct conversation',
    ask: ({ stores }) =>
      stores.conversations.create({
        type: 'direct',
        name: null,
        directKey: '10:9000',
        createdById: 10,
        externalKey: null,
        historyVisible: true,
        members: [10, 9_000].map((userId) => ({ userId, role: 'member' as const })),
        announcement: null,
      }),
  },
];

const receipts: HotQuery[] = [
  {
    name: 'a page of receipts',
    ask: ({ stores, few }) => stores.receipts.list(few, { conversationId: 1, limit: 100 }),
  },
  {
    name: 'a later page of receipts',
    ask: ({ stores, few }) => stores.receipts.list(few, { conversationId: 1, limit: 100, after: 500 }),
  },
  {
    name: 'a read mark',
    ask: ({ stores, few, depth }) =>
      stores.receipts.mark([{ conversationId: 1, userId: few, deliveredSeq: depth, readSeq: depth }]),
  },
];

const people: HotQuery[] = [
  { name: 'a person by id', ask: ({ stores, few }) => stores.users.byId(few) },
  { name: 'a person of a host', ask: ({ stores }) => stores.users.byExternalId('https://host', 'a') },
  { name: 'people by id', ask: ({ stores }) => stores.users.activeByIds(connected(200)) },
  { name: 'a sign-in', ask: ({ stores }) => stores.users.credentialsByEmail('person.77@example.com') },
  {
    name: 'people of a common name',
    ask: ({ stores }) => stores.users.search('ada', { limit: 51, after: null }),
    // Those before them, in the order of names, who are called otherwise.
    also: 2_000,
  },
  {
    name: 'a later page of people of a common name',
    ask: ({ stores }) => stores.users.search('berg', { limit: 51, after: { fullName: 'Mira', id: 0 } }),
    also: 2_000,
  },
  {
    name: 'people of a rare name',
    ask: ({ stores }) => stores.users.search('ada berg', { limit: 51, after: null }),
  },
  {
    name: 'people of a name that nobody has',
    ask: ({ stores }) => stores.users.search('zebedee', { limit: 51, after: null }),
  },
  { name: 'whom somebody blocked', ask: ({ stores }) => stores.users.listBlocked(4) },
  { name: 'whether somebody is blocked', ask: ({ stores }) => stores.users.hasBlocked(4, 5) },
  { name: 'when people were last seen', ask: ({ stores }) => stores.users.lastSeen(connected(200)) },
  { name: 'last seen', ask: ({ stores, few }) => stores.users.setLastSeen(few, new Date()) },
  {
    name: 'a profile',
    ask: ({ stores, few }) => stores.users.update(few, { fullName: 'Another Name' }),
  },
  {
    name: 'a host person, unchanged',
    async ask({ stores }) {
      const person = { issuer: 'https://host', externalId: 'b', fullName: 'B', role: 'client' } as const;
      await stores.users.upsert(person);
      return stores.users.recognize(person);
    },
  },
  {
    name: 'whose presence may be seen',
    ask: ({ stores, few }) => stores.users.sharingConversation(few, connected(200)),
    // Of those who share none, all memberships may be looked at.
    also: 2_000,
  },
];

const sessions: HotQuery[] = [
  { name: 'a session', ask: ({ stores, sessionId }) => stores.sessions.byId(sessionId) },
  {
    name: 'a refreshed session',
    ask: ({ stores, sessionId }) =>
      stores.sessions.rotate({
        sessionId,
        refreshHash: 'none',
        nextRefreshHash: 'next',
        now: new Date(),
        graceMs: 30_000,
        expiresAt: new Date(Date.now() + 1_000_000),
      }),
  },
  { name: 'expired sessions', ask: ({ stores }) => stores.sessions.deleteExpired(new Date(), 10), also: 20 },
  { name: 'a signing out everywhere', ask: ({ stores, some }) => stores.sessions.revokeAll(some) },
];

const following: HotQuery[] = [
  { name: 'the epoch', ask: ({ stores }) => stores.changeLog.epoch() },
  { name: 'a sweep', ask: ({ stores, mark }) => stores.changeLog.sweep(mark) },
  { name: 'a fill', ask: ({ stores, depth }) => stores.changeLog.fill(1, depth) },
  { name: 'memberships', ask: ({ stores, few, some }) => stores.changeLog.memberships([few, some]) },
  {
    name: 'the memberships of many',
    ask: ({ stores }) => stores.changeLog.memberships(connected(100).map((id) => id + 2_000)),
  },
  {
    name: 'conversations of a newcomer',
    ask: ({ stores, many }) => stores.changeLog.conversationsOf(many, [1]),
  },
  ...(['few', 'many'] as const).map((who) => ({
    name: `a resume of somebody in ${who}`,
    ask: ({ stores, mark, ...scene }: Scene) => stores.changeLog.replay(scene[who], mark, replayMax, null),
  })),
  {
    name: 'a resume of one conversation',
    ask: ({ stores, few, mark }) => stores.changeLog.replay(few, mark, replayMax, 1),
  },
  {
    name: 'who shares a conversation',
    ask: ({ stores, many }) => stores.changeLog.sharingConversation(many, connected(1_000)),
    also: 10_000,
  },
];

export const hotQueries: readonly HotQuery[] = [
  ...messages,
  ...conversations,
  ...receipts,
  ...people,
  ...sessions,
  ...following,
];
