import type { Check } from '../check.ts';

/** Nothing is there, or ever was, that its sender did not write there; and nothing twice. */
export const nothingUnsaid: Check = (journals, { userIds, messageStates, messages }) => {
  const said = new Set<string>();
  for (const kind of ['send', 'change', 'pending'] as const)
    for (const { person, conversationId, content } of journals.of(kind))
      said.add(`${userIds[person]} ${conversationId} ${content}`);
  const texts = new Set(
    messages.flatMap((each) => (each.isText ? `${each.conversationId} ${each.seq}` : [])),
  );
  const places = new Map<string, string>();
  return messageStates.flatMap(({ conversationId, seq, senderId, content }) => {
    const place = `${conversationId} ${seq}`;
    if (content === null || !texts.has(place)) return [];
    const what = `${senderId} ${conversationId} ${content}`;
    const other = places.get(what) ?? place;
    places.set(what, other);
    return [
      ...(said.has(what) ? [] : [`message ${seq} of ${conversationId} said "${content}", which nobody sent`]),
      ...(other === place ? [] : [`"${content}" is at ${other} and at ${place}`]),
    ];
  });
};
