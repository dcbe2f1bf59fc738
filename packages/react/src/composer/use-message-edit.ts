import { type ChatSync, describeFailure } from '@vibe/client';
import { useEffect, useRef, useState } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { contentOf } from './content.ts';
import { contentOfEdited, type Editing } from './editing.ts';
import type { Writing } from './writing.ts';

interface Edit {
  of: Editing | null;
  /** Null as long as nothing was changed. */
  typed: string | null;
  isBusy: boolean;
  problem: string | null;
}

const begun = (editing: Editing | null): Edit => ({ of: editing, typed: null, isBusy: false, problem: null });

/** Changes a message. `onDone`: it is changed, or was left as it is. */
export function useMessageEdit(conversationId: number, editing: Editing | null, onDone: () => void): Writing {
  const { sync } = useChat();
  const content = useSync(({ chat }) => (editing ? contentOfEdited(chat, conversationId, editing) : ''));
  const [latest, setEdit] = useState(() => begun(editing));
  const edit = latest.of === editing ? latest : begun(editing);
  const typed = edit.typed ?? content;
  // The answer may come when another message is being changed, or none.
  const shown = useRef(editing);
  useEffect(() => {
    shown.current = editing;
  }, [editing]);

  const saveAs = async (changed: string, target: Editing): Promise<void> => {
    setEdit({ ...edit, typed, isBusy: true, problem: null });
    try {
      await save(sync, conversationId, target, changed);
      if (shown.current === target) onDone();
    } catch (error) {
      if (shown.current !== target) return;
      setEdit({ ...edit, typed, isBusy: false, problem: describeFailure(error).message });
    }
  };
  return {
    typed,
    isBusy: edit.isBusy,
    problem: edit.problem,
    pause() {},
    change: (next) => setEdit({ ...edit, typed: next, problem: null }),
    submit() {
      const changed = contentOf(typed);
      const isSame = edit.typed === null || changed === content;
      if (editing && !isSame) void saveAs(changed, editing);
      else onDone();
    },
  };
}

async function save(
  sync: ChatSync,
  conversationId: number,
  editing: Editing,
  content: string,
): Promise<void> {
  if ('messageId' in editing) await sync.edit(editing.messageId, content);
  else sync.editPending(conversationId, editing.clientId, content);
}
