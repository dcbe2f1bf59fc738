import { mutedForever } from '@vibe/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useChat } from '../provider/use-chat.ts';
import { useDeed } from '../ui/use-deed.ts';
import type { RowDeeds } from './conversation-row.tsx';
import { prepareRowMenu } from './lazy-row-menu.tsx';
import type { RowAction } from './row-actions.ts';
import type { OpenRowMenu } from './row-menu.tsx';

/** Opening conversations, and the one menu that all rows share. */
export function useRowDeeds() {
  const { open, setOpen } = useOpenConversation();
  const [menu, setMenu] = useState<OpenRowMenu | null>(null);
  const { act, problem } = useRowAction();
  // Which one is open changes at each click: rows must not be told.
  const latest = useRef(setOpen);
  useEffect(() => {
    latest.current = setOpen;
  });
  const deeds: RowDeeds = useMemo(
    () => ({
      open: (conversationId) => latest.current({ conversationId }),
      openMenu: setMenu,
      prepareMenu: prepareRowMenu,
    }),
    [],
  );
  return { openId: open?.conversationId ?? null, deeds, menu, closeMenu: () => setMenu(null), act, problem };
}

function useRowAction() {
  const { sync } = useChat();
  const deed = useDeed(async (conversationId: number, action: RowAction) => {
    if (action === 'markRead') return markRead(conversationId);
    await sync.setPreference(conversationId, preferences[action]);
  });
  const markRead = (conversationId: number) => {
    const known = sync.getState().chat.conversations.get(conversationId);
    if (known) sync.markRead(conversationId, known.conversation.lastSeq);
  };
  return { act: deed.run, problem: deed.problem };
}

const preferences: Record<
  Exclude<RowAction, 'markRead'>,
  { mutedUntil?: string | null; isPinned?: boolean; isArchived?: boolean }
> = {
  pin: { isPinned: true },
  unpin: { isPinned: false },
  mute: { mutedUntil: mutedForever },
  unmute: { mutedUntil: null },
  archive: { isArchived: true },
  unarchive: { isArchived: false },
};
