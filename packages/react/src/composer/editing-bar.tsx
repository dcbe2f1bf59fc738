import { Pencil, X } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { contentOfEdited, type Editing } from './editing.ts';

export interface EditingBarProps {
  conversationId: number;
  editing: Editing;
  onCancel(): void;
}

/** Above the field: which message is being changed, and the way out. */
export function EditingBar({ conversationId, editing, onCancel }: EditingBarProps) {
  const { composer, messages } = useText();
  const content = useSync(({ chat }) => contentOfEdited(chat, conversationId, editing));
  return (
    <div className="vc-editing">
      <Pencil size={18} aria-hidden />
      <div className="vc-editing-about">
        <p className="vc-editing-title">{composer.editing}</p>
        <p className="vc-editing-line" dir="auto">
          {content || messages.deleted}
        </p>
      </div>
      <IconButton icon={X} label={composer.cancelEditing} onClick={onCancel} />
    </div>
  );
}
