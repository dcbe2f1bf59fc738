import { publishChanges } from '../conversation/change-conversation.ts';
import type { Bus, Change } from '../ports/bus.ts';
import type { MessageStore, SendItem, SendOutcome } from '../ports/message-store.ts';

/** Stores sends in one commit and rings the bus once for each conversation: a notice tells all that a transaction did to one. */
export async function sendGroup(
  deps: { messages: MessageStore; bus: Bus },
  items: SendItem[],
): Promise<SendOutcome[]> {
  const outcomes = await deps.messages.send(items);
  const changes = new Map<number, Change[]>();
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'stored' || !outcome.change) continue;
    const { conversationId } = outcome.message;
    const told = changes.get(conversationId);
    if (told) told.push(outcome.change);
    else changes.set(conversationId, [outcome.change]);
  }
  for (const [conversationId, told] of changes) publishChanges(deps, conversationId, told);
  return outcomes;
}
