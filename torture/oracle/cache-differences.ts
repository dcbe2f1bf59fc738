import { differences } from './differences.ts';
import type { FetchedConversation, ShownConversation } from './view.ts';

/** What a screen shows otherwise than a fetch from scratch says, a line for each place. */
export function cacheDifferences(
  shown: readonly ShownConversation[],
  fetched: readonly FetchedConversation[],
): string[] {
  const byId = new Map(shown.map((each) => [each.conversation.id, each]));
  const fetchedIds = new Set(fetched.map(({ conversation }) => conversation.id));
  return [
    ...[...byId.keys()].filter((id) => !fetchedIds.has(id)).map((id) => `/${id}: shown, and not there`),
    ...fetched.flatMap((each) => {
      const seen = byId.get(each.conversation.id);
      return seen ? conversationDifferences(seen, each) : [`/${each.conversation.id}: there, and not shown`];
    }),
  ];
}

function conversationDifferences(shown: ShownConversation, { conversation, messages }: FetchedConversation) {
  const path = `/${conversation.id}`;
  const fetched = new Map(messages.map((message) => [message.seq, message]));
  const endRun = shown.messages.slice(shown.messages.length - shown.endRun).map(({ seq }) => seq);
  const expectedRun = messages.slice(messages.length - shown.endRun).map(({ seq }) => seq);
  return [
    ...differences(comparable(shown.conversation), comparable(conversation), path),
    ...differences(endRun, expectedRun, `${path}/run`),
    ...shown.messages.flatMap((message) =>
      differences(message, fetched.get(message.seq) ?? null, `${path}/messages/${message.seq}`),
    ),
  ];
}

/** `version` also counts what not everybody is told of; a summary has not all members, and says so. */
function comparable({ version: _, participants, receipts, ...rest }: ShownConversation['conversation']) {
  return {
    ...rest,
    participants: Object.fromEntries(participants.map((each) => [each.userId, each])),
    receipts: Object.fromEntries(receipts.map((each) => [each.userId, each])),
  };
}
