import type { Message } from '@vibe/contract';

/** Whether the second says more than the first: a later message, or a later state of the same one. */
export const isLater = (known: Message | null | undefined, told: Message): boolean =>
  !known || told.seq > known.seq || (told.seq === known.seq && told.version > known.version);

/** Ascending by seq, each once, in its latest state. The same array where nothing is new. */
export function mergeMessages(known: readonly Message[], told: readonly Message[]): readonly Message[] {
  const last = known.at(-1);
  const [only] = told;
  if (told.length === 1 && only && (!last || only.seq > last.seq)) return [...known, only];
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  let isChanged = false;
  for (const message of told) {
    if (!isNewer(bySeq.get(message.seq), message)) continue;
    bySeq.set(message.seq, message);
    isChanged = true;
  }
  return isChanged ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : known;
}

const isNewer = (known: Message | undefined, told: Message): boolean =>
  !known || told.version > known.version;

/** The message with that seq, if it is loaded. */
export function findMessage(messages: readonly Message[], seq: number): Message | undefined {
  let low = 0;
  let high = messages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = messages[middle];
    if (!found || found.seq === seq) return found;
    if (found.seq < seq) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
