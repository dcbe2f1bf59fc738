import type { ChatSync, SyncState } from '@vibe/client';
import type { Receipt } from '@vibe/contract';
import type { NoteOwn } from './person.ts';

/** Notes how far everybody has got, each time that a screen would show it anew. */
export function noteMarks(sync: ChatSync, note: NoteOwn): void {
  const before = new Map<number, ReadonlySet<Receipt>>();
  let loaded: SyncState['me'] = null;
  let load = 0;
  sync.subscribe(() => {
    const { me, chat } = sync.getState();
    if (me !== loaded) load += 1;
    loaded = me;
    for (const [conversationId, { conversation }] of chat.conversations) {
      const earlier = before.get(conversationId);
      const changed = conversation.receipts.filter((receipt) => !earlier?.has(receipt));
      if (changed.length === 0) continue;
      before.set(conversationId, new Set(conversation.receipts));
      note({
        kind: 'marks',
        conversationId,
        load,
        joinVersion: conversation.membership.joinVersion,
        marks: changed.map(({ userId, readSeq, deliveredSeq }) => [userId, readSeq, deliveredSeq]),
      });
    }
  });
}
