import type { ChatSync } from '@vibe/client';
import { useState } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { contentOf } from './content.ts';
import { contentOfEdited, type Editing } from './editing.ts';
import type { Writing } from './writing.ts';

interface Edit {
  of: Editing | null;
  /** Null as long as nothing was changed. */
  typed: string | null;
}

const begun = (editing: Editing | null): Edit => ({ of: editing, typed: null });

/** Changes a message. `onDone`: it is changed, or was left as it is. Whether the server takes it shows in its row. */
export function useMessageEdit(conversationId: number, editing: Editing | null, onDone: () => void): Writing {
  const { sync } = useChat();
  const content = useSync(({ chat }) => (editing ? contentOfEdited(chat, conversationId, editing) : ''));
  const [latest, setEdit] = useState(() => begun(editing));
  const edit = latest.of === editing ? latest : begun(editing);
  const typed = edit.typed ?? content;
  return {
    typed,
    pause() {},
    change: (next) => setEdit({ ...edit, typed: next }),
    submit() {
      const changed = contentOf(typed);
      const isSame = edit.typed === null || changed === content;
      if (editing && !isSame) save(sync, conversationId, editing, changed);
      onDone();
    },
  };
}

function save(sync: ChatSync, conversationId: number, editing: Editing, content: string): void {
  if ('messageId' in editing) sync.edit(conversationId, editing.messageId, content);
  else sync.editPending(conversationId, editing.clientId, content);
}
