import { useCallback, useState } from 'react';
import { Composer } from '../composer/composer.tsx';
import type { Editing } from '../composer/editing.ts';
import { useMessageActions } from '../message-actions/use-message-actions.tsx';
import { MessageList } from '../message-list/message-list.tsx';

/** The messages and where one writes: apart from the header, so that what changes in one does not render the other. */
export function Conversation({ conversationId, seq }: { conversationId: number; seq: number | undefined }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = useCallback((messageId: number) => setEditing({ messageId }), []);
  const editPending = useCallback((clientId: string) => setEditing({ clientId }), []);
  const { actions, layer } = useMessageActions(edit);
  return (
    <>
      <MessageList conversationId={conversationId} seq={seq} onEditPending={editPending} actions={actions} />
      <Composer conversationId={conversationId} editing={editing} onEditingChange={setEditing} />
      {layer}
    </>
  );
}
