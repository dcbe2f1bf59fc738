import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { useChatContext } from '../provider/use-chat.ts';
import { CharsLeft } from './chars-left.tsx';
import type { ComposerProps } from './composer.tsx';
import { ComposerField } from './composer-field.tsx';
import { charsLeft, contentOf } from './content.ts';
import { EditingBar } from './editing-bar.tsx';
import { keyDeed } from './key-deed.ts';
import { SendButton } from './send-button.tsx';
import { useEditLast } from './use-edit-last.ts';
import { useIsTouch } from './use-is-touch.ts';
import { useMessageEdit } from './use-message-edit.ts';
import { useNewMessage } from './use-new-message.ts';

/** The field for a new message; while one is being changed, for that. */
export function ComposerForm({ conversationId, editing, onEditingChange }: ComposerProps) {
  const { text, enterSends } = useChatContext();
  const { composer } = text;
  const isTouch = useIsTouch();
  const isEditing = editing !== null;
  const leaveEditing = () => onEditingChange(null);
  const editLast = useEditLast(conversationId, onEditingChange);
  const newMessage = useNewMessage(conversationId);
  const edit = useMessageEdit(conversationId, editing, leaveEditing);
  const { typed, change, pause, submit } = isEditing ? edit : newMessage;
  const left = charsLeft(typed);
  const isTooLong = left !== null && left < 0;
  const canSubmit = contentOf(typed) !== '' && !isTooLong;

  const counterId = useId();

  const trySubmit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (canSubmit) submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const situation = { enterSends, isTouch, isEmpty: typed === '', isEditing };
    const deed = keyDeed(event.nativeEvent, situation);
    if (deed === null) return;
    if (deed === 'submit') return trySubmit(event);
    event.preventDefault();
    if (deed === 'editLast') editLast();
    else leaveEditing();
  };
  return (
    <form className="vc-composer" onSubmit={trySubmit}>
      {editing && <EditingBar conversationId={conversationId} editing={editing} onCancel={leaveEditing} />}
      <CharsLeft id={counterId} left={left} />
      <div className="vc-composer-row">
        <ComposerField
          conversationId={conversationId}
          editing={editing}
          isTouch={isTouch}
          aria-label={isEditing ? composer.editMessage : composer.message}
          placeholder={composer.placeholder}
          enterKeyHint={enterSends && !isTouch ? 'send' : 'enter'}
          value={typed}
          aria-invalid={isTooLong || undefined}
          aria-describedby={left === null ? undefined : counterId}
          onType={change}
          onKeyDown={onKeyDown}
          onBlur={pause}
        />
        <SendButton isEditing={isEditing} disabled={!canSubmit} />
      </div>
    </form>
  );
}
