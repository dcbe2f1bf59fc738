import { type Lane, lanes, type SyncEvent } from '@vibe/contract';

/** An event on its way to subscribers: built once a change, and shared by all who hear it. */
export interface Occurrence {
  readonly event: SyncEvent;
  /** Null for what belongs to no conversation. */
  readonly conversationId: number | null;
  readonly lanes: readonly Lane[];
  /** The version of a conversation's or a membership's state: `conversation.created` of that version tells it too. */
  readonly stateVersion: number | null;
}

const laneNames: readonly Lane[] = ['message', 'receipt', 'conversation', 'sync'];
const carries = (lane: Lane, noun: string): boolean => {
  const nouns: readonly string[] = lanes[lane];
  return nouns.includes(noun);
};

const byNoun = new Map<string, readonly Lane[]>();

/** The lanes that an event travels on: those that carry the first word of its type. */
export function lanesOf(event: SyncEvent): readonly Lane[] {
  const noun = event.type.slice(0, event.type.indexOf('.'));
  const known = byNoun.get(noun) ?? laneNames.filter((lane) => carries(lane, noun));
  byNoun.set(noun, known);
  return known;
}
