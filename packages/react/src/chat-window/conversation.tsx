import { useCallback, useState } from 'react';
import { Composer } from '../composer/composer.tsx';
import type { Editing } from '../composer/editing.ts';
import { useMessageActions } from '../message-actions/use-message-actions.tsx';
import { MessageLists } from '../message-list/message-lists.tsx';

interface ConversationProps {
  /** Null for none: those before it stay out of sight. */
  conversationId: number | null;
  seq: number | undefined;
}

/** The messages and where one writes: apart from the header, so that what changes in one does not render the other. */
export function Conversation({ conversationId, seq }: ConversationProps) {
  const [editing, setEditing] = useEditing(conversationId);
  const edit = useCallback((messageId: number) => setEditing({ messageId }), [setEditing]);
  const editPending = useCallback((clientId: string) => setEditing({ clientId }), [setEditing]);
  const { actions, layer } = useMessageActions(conversationId, edit);
  return (
    <>
      <MessageLists conversationId={conversationId} seq={seq} onEditPending={editPending} actions={actions} />
      {conversationId !== null && (
        <Composer conversationId={conversationId} editing={editing} onEditingChange={setEditing} />
      )}
      {layer}
    </>
  );
}

/** What is being changed in the conversation. To go to another one is to leave it as it was. */
function useEditing(conversationId: number | null) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lastId, setLastId] = useState(conversationId);
  if (lastId !== conversationId) {
    setLastId(conversationId);
    setEditing(null);
  }
  return [editing, setEditing] as const;
}
