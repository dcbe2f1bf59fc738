import type { Change, Membership } from '@vibe/chat';
import type { HubContext } from './hub-context.ts';
import { LiveConversation } from './live-conversation.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';

/** Notices that may wait for memberships to be read. What comes beyond is dropped; the sweep finds it. */
const maxPostponed = 10_000;

/** The conversations that somebody connected is a member of. */
export class Conversations {
  readonly #hub: HubContext;
  readonly #people: People;
  readonly #byId = new Map<number, LiveConversation>();
  #postponed = 0;

  constructor(hub: HubContext, people: People) {
    this.#hub = hub;
    this.#people = people;
  }

  byId(conversationId: number): LiveConversation | undefined {
    return this.#byId.get(conversationId);
  }

  /** Begins to follow a conversation after `version`, unless it is followed already. */
  follow(conversationId: number, version: number): LiveConversation {
    const known = this.#byId.get(conversationId);
    if (known) return known;
    const conversation = new LiveConversation(conversationId, version, this.#hub);
    this.#byId.set(conversationId, conversation);
    return conversation;
  }

  dropIfEmpty(conversation: LiveConversation): void {
    if (conversation.members.size > 0 || conversation.isKept) return;
    conversation.close();
    if (this.#byId.get(conversation.id) === conversation) this.#byId.delete(conversation.id);
  }

  clear(): void {
    for (const conversation of this.#byId.values()) conversation.close();
    this.#byId.clear();
  }

  receive(conversationId: number, changes: Change[]): void {
    const conversation = this.#byId.get(conversationId);
    if (conversation) conversation.track.receive(changes);
    else if (this.#people.areLoading) this.#postpone(conversationId, changes);
    else this.#receiveComersAndGoers(conversationId, changes);
  }

  /** Takes in memberships as they were read, then what went by while they were. */
  place(people: Person[], memberships: Membership[]): void {
    const byId = new Map(people.map((person) => [person.userId, person]));
    for (const membership of memberships) {
      const person = byId.get(membership.userId);
      if (person) this.#place(person, membership);
    }
    for (const person of people) this.#finishLoading(person);
  }

  #place(person: Person, membership: Membership): void {
    const { conversationId, conversationVersion } = membership;
    const conversation = this.follow(conversationId, conversationVersion);
    conversation.place(person, membership);
    this.#catchUp(conversation, conversationVersion);
  }

  #finishLoading(person: Person): void {
    for (const change of person.finishLoading()) {
      const conversation = this.follow(change.participant.conversationId, change.version - 1);
      conversation.applyMembership(change, conversation.track.version);
      this.dropIfEmpty(conversation);
      this.#catchUp(conversation, change.version);
    }
  }

  /** What was read is ahead of what was told: the steps between are told too. */
  #catchUp(conversation: LiveConversation, version: number): void {
    if (conversation.track.version < version) this.#hub.backlog.add(() => conversation.track.reach(version));
  }

  /** Memberships are being read, and may have been read before these changes: whether they matter is seen after. */
  #postpone(conversationId: number, changes: Change[]): void {
    if (this.#postponed >= maxPostponed) return;
    this.#postponed += 1;
    void this.#people.settleLoad().then(() => {
      this.#postponed -= 1;
      const conversation = this.#byId.get(conversationId);
      if (conversation) conversation.track.receive(changes);
      else this.#receiveComersAndGoers(conversationId, changes);
    });
  }

  /** A conversation without connected members matters when somebody connected comes into it, or goes. */
  #receiveComersAndGoers(conversationId: number, changes: Change[]): void {
    const first = changes.find(
      (change) => change.kind === 'participant' && this.#people.isKnown(change.participant.userId),
    );
    if (first) this.follow(conversationId, first.version - 1).track.receive(changes);
  }
}
