import type { Occurrence } from './occurrence.ts';
import type { Person } from './person.ts';
import type { ParticipantChange } from './to-event.ts';

/** An active member with an open stream here. */
export interface Member {
  readonly person: Person;
  visibleFromSeq: number;
  /** The version of the membership that is known. */
  version: number;
  /** What waits for their `conversation.created` to be fetched; null when they have it. */
  held: Occurrence[] | null;
  /** Where the conversation stood when they were placed: what came until then was not told to them. */
  readonly heldAfter: number;
}

/**
 * What a change of a membership meant for the person it is about. `known`: the hub had it from the database already, so
 * it is no news to them. `absent`: they have no stream here.
 */
export type MembershipEffect = 'joined' | 'left' | 'updated' | 'known' | 'absent';

/** Who of the connected people is a member of one conversation. The higher version of a membership wins. */
export class Members implements Iterable<Member> {
  readonly #byId = new Map<number, Member>();
  /** The same as an array, which is quicker to walk: made anew after a change, when it is asked for. */
  #all: readonly Member[] | null = null;

  get size(): number {
    return this.#byId.size;
  }

  byId(userId: number): Member | undefined {
    return this.#byId.get(userId);
  }

  [Symbol.iterator](): Iterator<Member> {
    return this.all[Symbol.iterator]();
  }

  /** As they are now: later changes do not show in it. */
  get all(): readonly Member[] {
    this.#all ??= [...this.#byId.values()];
    return this.#all;
  }

  place(member: Member): void {
    this.#byId.set(member.person.userId, member);
    this.#all = null;
  }

  delete(userId: number): void {
    this.#byId.delete(userId);
    this.#all = null;
  }

  /** `stoodAt`: where the conversation stood before the change. */
  apply(person: Person, change: ParticipantChange, stoodAt: number): MembershipEffect {
    const { leftAt, joinVersion, version, visibleFromSeq } = change.participant;
    const member = this.#byId.get(person.userId);
    if (member && member.version >= version) return 'known';
    if (leftAt !== null) {
      // Not only of members: a replay may have told them of a joining that the hub never heard of.
      this.delete(person.userId);
      return 'left';
    }
    if (!member || joinVersion > member.version) {
      this.place({ person, visibleFromSeq, version, held: [], heldAfter: stoodAt });
      return 'joined';
    }
    Object.assign(member, { visibleFromSeq, version });
    return 'updated';
  }
}
