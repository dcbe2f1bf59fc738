import type { Notice } from '@vibe/chat';
import type { DurableEvent } from '@vibe/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../src/testing/index.ts';
import type { FakeDatabase } from './fake-database.ts';
import { Faults } from './faults.ts';
import { type LiveScene, liveScene, pass } from './live-scene.ts';
import { ModelClient } from './model-client.ts';

const userIds = [1, 2, 3, 4];
const conversationIds = [1, 2];

const kinds = [
  'send',
  'send',
  'send',
  'edit',
  'delete',
  'rename',
  'join',
  'join',
  'remove',
  'remove',
  'setRole',
  'markRead',
  'setPreference',
  'renameUser',
  'begin',
  'commit',
  'cut',
  'cut',
  'nothing',
] as const;

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  userId: fc.constantFrom(...userIds),
  conversationId: fc.constantFrom(...conversationIds),
  pick: fc.nat(1_000),
  waitMs: fc.constantFrom(0, 0, 1, 5, 15, 40, 300, 1_200),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One stay of one person in one conversation, by versions. */
interface Stay {
  fromVersion: number;
  toVersion: number;
  visibleFromSeq: number;
}

class World {
  readonly #scene: LiveScene;
  readonly #clients = new Map<
    number,
    { client: ModelClient; abort: AbortController; reading: Promise<void> }
  >();
  readonly #stays = new Map<string, Stay[]>();
  readonly #lateXids: bigint[] = [];
  readonly #pauseMs: () => number;

  constructor(scene: LiveScene, pauseMs: () => number) {
    this.#scene = scene;
    this.#pauseMs = pauseMs;
  }

  begin(): void {
    const { db, bus } = this.#scene;
    this.#noteStays(db.create(1, [1, 2], { historyVisible: true }));
    this.#noteStays(db.create(2, [1, 2, 3], { historyVisible: false }));
    for (const userId of userIds) this.#open(new ModelClient(userId, db, this.#pauseMs));
    bus.publish(db.send(1, 1, 'first'));
  }

  take(step: Step): void {
    if (step.kind === 'cut') this.#resume(step.userId);
    if (step.kind === 'begin') this.#lateXids.push(this.#scene.db.begin());
    const xid = step.kind === 'commit' ? this.#lateXids.shift() : undefined;
    const notice = write(this.#scene.db, step, xid);
    if (!notice) return;
    this.#noteStays(notice);
    this.#scene.bus.publish(notice);
  }

  /** Nothing is open any more, and every client reads to the end. */
  async calm(): Promise<void> {
    for (const xid of this.#lateXids.splice(0)) this.#scene.db.commit(() => {}, xid);
    for (const userId of userIds) this.#resume(userId);
    await pass(30_000);
  }

  expectTruth(): void {
    for (const { client } of this.#clients.values()) {
      expect(stateOf(client)).toEqual(truthFor(this.#scene.db, client.userId));
    }
  }

  expectNoLeak(): void {
    for (const { client } of this.#clients.values()) {
      for (const events of client.log) this.#expectAllowed(client.userId, events);
    }
  }

  expectOrder(): void {
    for (const { client } of this.#clients.values()) {
      for (const events of client.log) expectRisingVersions(events);
    }
  }

  #open(client: ModelClient): void {
    const abort = new AbortController();
    const request = { userId: client.userId, sessionId: 's', lane: 'sync', conversationId: null } as const;
    const stream = this.#scene.live.durable({ ...request, cursor: client.cursor, signal: abort.signal });
    const reading = client.read(stream, abort.signal);
    this.#clients.set(client.userId, { client, abort, reading });
  }

  #resume(userId: number): void {
    const open = this.#clients.get(userId);
    open?.abort.abort();
    if (open) this.#open(open.client);
  }

  #noteStays(notice: Notice): void {
    if (notice.topic !== 'conversation') return;
    for (const change of notice.changes) {
      if (change.kind !== 'participant') continue;
      const { conversationId, userId, leftAt, joinVersion, version, visibleFromSeq } = change.participant;
      const key = `${conversationId}:${userId}`;
      const stays = this.#stays.get(key) ?? [];
      this.#stays.set(key, stays);
      const last = stays.at(-1);
      if (leftAt !== null && last) last.toVersion = version;
      if (joinVersion === version) stays.push({ fromVersion: version, toVersion: Infinity, visibleFromSeq });
    }
  }

  /** A message only to whom it is visible, in a state from before they left; after the end, nothing until they are back. */
  #expectAllowed(userId: number, events: DurableEvent[]): void {
    const ended = new Set<number>();
    for (const event of events) {
      if (event.type === 'participant.removed' && event.participant.userId === userId) {
        ended.add(event.participant.conversationId);
      }
      if (event.type === 'conversation.created') ended.delete(event.conversation.id);
      if (!event.type.startsWith('message.') || !('message' in event)) continue;
      const { conversationId, seq, version } = event.message;
      const stays = this.#stays.get(`${conversationId}:${userId}`) ?? [];
      const isAllowed = stays.some((stay) => seq > stay.visibleFromSeq && version < stay.toVersion);
      expect({ isAllowed, isEnded: ended.has(conversationId), event }).toMatchObject({
        isAllowed: true,
        isEnded: false,
      });
    }
  }
}

function write(db: FakeDatabase, { kind, userId, conversationId, pick }: Step, xid?: bigint): Notice | null {
  const isMember = db.isMember(conversationId, userId);
  const messages = db.messagesVisibleTo(userId, conversationId);
  const message = messages[pick % Math.max(1, messages.length)];
  switch (kind) {
    case 'send':
      return isMember ? db.send(conversationId, userId, `text ${pick}`) : null;
    case 'commit':
      if (xid === undefined) return null;
      return db.send(conversationId, userId, `late ${pick}`, xid);
    case 'edit':
      return message ? db.edit(conversationId, message.seq, `edited ${pick}`) : null;
    case 'delete':
      return message ? db.delete(conversationId, message.seq) : null;
    case 'rename':
      return db.rename(conversationId, `name ${pick}`);
    case 'join':
      return isMember ? null : db.join(conversationId, userId);
    case 'remove':
      return isMember ? db.remove(conversationId, userId) : null;
    case 'setRole':
      return isMember ? db.setRole(conversationId, userId, pick % 2 ? 'admin' : 'member') : null;
    case 'markRead':
      return isMember ? db.markRead(conversationId, userId, pick % 40) : null;
    case 'setPreference':
      return isMember ? db.setPreference(conversationId, userId, `${pick}`) : null;
    case 'renameUser':
      return db.renameUser(userId, `person ${pick}`);
    default:
      return null;
  }
}

/** Versions name states: equal versions are equal rows. */
function stateOf(client: ModelClient): object {
  const conversations = [...client.known].map(([id, known]) => ({
    id,
    name: known.head.name,
    members: [...known.participants.values()]
      .filter(({ leftAt }) => leftAt === null)
      .map(({ userId, version }) => ({ userId, version })),
    messages: [...known.messages.values()].map(({ seq, version, content }) => ({ seq, version, content })),
    read: [...known.receipts.values()].map(({ userId, readSeq }) => ({ userId, readSeq })),
    preference: known.preference.version,
  }));
  return sorted(conversations, client.users);
}

function truthFor(db: FakeDatabase, userId: number): object {
  const conversations = db.visibleTo(userId).map((shown) => ({
    id: shown.id,
    name: shown.name,
    members: shown.participants.map((participant) => ({
      userId: participant.userId,
      version: participant.version,
    })),
    messages: db
      .messagesVisibleTo(userId, shown.id)
      .map(({ seq, version, content }) => ({ seq, version, content })),
    read: db.receiptsIn(shown.id).map((receipt) => ({ userId: receipt.userId, readSeq: receipt.readSeq })),
    preference: shown.preference.version,
  }));
  return sorted(conversations, new Map(userIds.map((id) => [id, db.user(id)])));
}

interface Shape {
  id: number;
  members: { userId: number }[];
  messages: { seq: number }[];
  read: { userId: number }[];
}

/** With the names of those who are in one of these conversations. */
function sorted(conversations: Shape[], users: Map<number, { fullName: string }>): object {
  const inSight = new Set(conversations.flatMap(({ members }) => members.map(({ userId }) => userId)));
  return {
    names: [...inSight].sort().map((userId) => users.get(userId)?.fullName),
    conversations: conversations
      .toSorted((a, b) => a.id - b.id)
      .map((conversation) => ({
        ...conversation,
        members: conversation.members.toSorted((a, b) => a.userId - b.userId),
        messages: conversation.messages.toSorted((a, b) => a.seq - b.seq),
        read: conversation.read.toSorted((a, b) => a.userId - b.userId),
      })),
  };
}

/** After the replay, each conversation's changes come in rising version, none twice. */
function expectRisingVersions(events: DurableEvent[]): void {
  const stood = new Map<number, number>();
  const live = events.slice(events.findIndex(({ type }) => type === 'caughtUp') + 1);
  for (const event of live) {
    const row = versioned(event);
    if (!row) continue;
    const before = stood.get(row.conversationId) ?? 0;
    // A late notice of a joining that is over leads to its end being told again.
    if (event.type === 'participant.removed') expect(row.version).toBeGreaterThanOrEqual(before);
    else expect(row.version).toBeGreaterThan(before);
    stood.set(row.conversationId, row.version);
  }
}

function versioned(event: DurableEvent): { conversationId: number; version: number } | null {
  if ('message' in event) return event.message;
  if ('participant' in event) return event.participant;
  if (event.type !== 'conversation.updated') return null;
  return { conversationId: event.conversation.id, version: event.conversation.stateVersion };
}

async function run(seed: number, steps: Step[]): Promise<void> {
  const random = randomFrom(seed);
  const faults = new Faults(random);
  await using scene = await liveScene({ bus: faults.bus(), changeLog: (log) => faults.changeLog(log) });
  const world = new World(scene, () => (random() < 0.7 ? 0 : Math.floor(random() * 100)));
  faults.isOn = true;
  world.begin();
  for (const step of steps) {
    world.take(step);
    await pass(step.waitMs);
  }
  faults.isOn = false;
  await pass(5_000);
  await world.calm();
  world.expectTruth();
  world.expectNoLeak();
  world.expectOrder();
}

test('whatever the bus loses and the database delays, clients end with the truth, in order, and see no more than it', async () => {
  await fc.assert(fc.asyncProperty(fc.integer(), fc.array(step, { minLength: 10, maxLength: 80 }), run), {
    numRuns: Number(process.env.VIBE_PROPERTY_RUNS ?? 60),
  });
}, 120_000);
