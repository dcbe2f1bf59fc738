import { type ChangeLog, ChatError, type Sweep as Found } from '@vibe/chat';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import { after, delay } from '../timer.ts';
import type { Hub } from './hub.ts';
import type { LiveConversation } from './live-conversation.ts';
import { Pacing } from './pace.ts';

/** Conversations that are read from the database at a time. */
const fillsAtOnce = 8;

interface SweepDeps {
  hub: Hub;
  changeLog: ChangeLog;
  log: Log;
  telemetry: Telemetry;
  intervalMs: number;
}

/** What nobody rang for, though it was there to be told. */
interface Missed {
  conversations: number;
  receipts: number;
}

/**
 * Finds in the database what the bus did not deliver, and moves the hub's mark over it once it has been pushed.
 * Sweeps do not overlap. One that fails leaves the mark where it was, so the next one finds the same again.
 */
export class Sweep {
  readonly #deps: SweepDeps;
  readonly #pacing: Pacing;
  #running: Promise<void> | null = null;
  #cancelNext: (() => void) | null = null;
  #hasFailed = false;
  #isStopped = false;

  constructor(deps: SweepDeps) {
    this.#deps = deps;
    this.#pacing = new Pacing({
      bus: deps.hub.bus,
      usualMs: deps.intervalMs,
      changed: (pace) => deps.telemetry.paceChanged(pace),
    });
  }

  start(): void {
    if (this.#isStopped) return;
    this.#cancelNext = after(this.#pacing.intervalMs, () => {
      this.#run()
        .catch((error) => this.#deps.log('the sweep failed; it is tried again', error))
        .finally(() => this.start());
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelNext?.();
    await this.#running?.catch(() => {});
  }

  /** A sweep that begins after the call: it finds everything that is committed now. Rejects when it fails. */
  async now(): Promise<void> {
    await this.#running?.catch(() => {});
    await this.#run();
  }

  #run(): Promise<void> {
    this.#running ??= this.#sweep().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sweep(): Promise<void> {
    const { hub, changeLog, telemetry } = this.#deps;
    const startedAt = performance.now();
    const missed: Missed = { conversations: 0, receipts: 0 };
    let isOk = false;
    try {
      if (this.#hasFailed) await this.#checkEpoch();
      hub.told.sweepBegins();
      const found = await changeLog.sweep(hub.mark);
      if (this.#isStopped) return;
      await this.#handOver(found, missed);
      hub.told.sweepEnds();
      hub.moveTo(hub.epoch, found.mark);
      this.#hasFailed = false;
      isOk = true;
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    } finally {
      // Not by receipts: those that come with a joining are rung for by nobody.
      this.#pacing.swept(missed.conversations > 0);
      telemetry.swept({
        durationMs: performance.now() - startedAt,
        isOk,
        missedConversations: missed.conversations,
        missedReceipts: missed.receipts,
      });
    }
  }

  /** The database came back as another one, or on another timeline: what the hub knows means nothing there. */
  async #checkEpoch(): Promise<void> {
    const { hub, changeLog } = this.#deps;
    const epoch = await changeLog.epoch();
    if (epoch === hub.epoch) return;
    hub.moveTo(epoch, await changeLog.mark());
    hub.restart(new ChatError('BUSY', 'The database changed. Connect again and reload.'));
  }

  async #handOver(found: Found, missed: Missed): Promise<void> {
    const { hub } = this.#deps;
    hub.endSessions(found.revokedSessionIds);
    // Memberships that are being read now may have been read before what was found: these conversations count too.
    await hub.people.settleLoad();
    const comeAndGone = this.#followJoins(found);
    try {
      missed.conversations = await this.#catchUp([...found.conversations, ...found.joins]);
      this.#placeLate(found);
    } finally {
      this.#letGo(comeAndGone);
    }
    for (const { receipt, participantCount } of found.receipts) {
      const conversation = hub.conversations.byId(receipt.conversationId);
      if (conversation?.tellFoundReceipt(receipt, participantCount)) missed.receipts += 1;
    }
    for (const { userId, preference } of found.preferences) hub.tellPreference(userId, preference);
    for (const user of found.users) hub.tellUser(user);
    await hub.backlog.settle();
  }

  /** Somebody connected came into these conversations, or went; perhaps nobody connected was in them. */
  #followJoins({ joins }: Found): Set<LiveConversation> {
    const { people, conversations } = this.#deps.hub;
    const joined = new Set<LiveConversation>();
    for (const { conversationId, userId, version } of joins.toSorted((a, b) => a.version - b.version)) {
      if (people.isKnown(userId)) joined.add(conversations.follow(conversationId, version - 1));
    }
    for (const conversation of joined) conversation.isKept = true;
    return joined;
  }

  /** A conversation that was followed for others, from after the joining on, tells nothing of it. */
  #placeLate({ joins }: Found): void {
    const { people, conversations } = this.#deps.hub;
    for (const { conversationId, userId, version } of joins) {
      const person = people.byId(userId);
      if (person && people.isKnown(userId)) conversations.byId(conversationId)?.placeLate(person, version);
    }
  }

  #letGo(joined: Set<LiveConversation>): void {
    for (const conversation of joined) {
      conversation.isKept = false;
      this.#deps.hub.conversations.dropIfEmpty(conversation);
    }
  }

  /** What the bus is about to deliver gets a moment to do so; the rest is read. Returns how many conversations that were. */
  async #catchUp(found: { conversationId: number; version: number }[]): Promise<number> {
    const { hub } = this.#deps;
    const tracks = found.flatMap(({ conversationId, version }) => {
      const track = hub.conversations.byId(conversationId)?.track;
      return track ? [{ track, version }] : [];
    });
    const behind = () => tracks.filter(({ track, version }) => track.version < version);
    if (behind().length > 0) await delay(hub.holeWaitMs);

    const failures: unknown[] = [];
    const waiting = behind();
    const missed = new Set(waiting.map(({ track }) => track)).size;
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await next.track.reach(next.version).catch((error) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: fillsAtOnce }, worker));
    if (failures.length > 0) throw new AggregateError(failures, 'conversations could not be caught up');
    return missed;
  }
}
