import { type RefObject, useEffect } from 'react';
import type { Editing } from './editing.ts';

interface Situation {
  conversationId: number;
  editing: Editing | null;
  isTouch: boolean;
}

/**
 * The field has the focus when a conversation is opened, and when a message is to be changed. On a touch screen only for
 * the latter: the focus brings up a keyboard that covers what was to be read.
 *
 * At an opening it comes right after the frame that shows the conversation, which would have to wait for it otherwise; letters that
 * are typed before go into the field all the same (`useTypeAnywhere`). To change a message it comes at once: a keyboard comes
 * up only for what a tap itself has focused.
 */
export function useFieldFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  { conversationId, editing, isTouch }: Situation,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation's field is another one.
  useEffect(() => {
    const element = field.current;
    if (!element || (isTouch && editing === null)) return;
    const focus = () => {
      element.focus({ preventScroll: true });
      element.setSelectionRange(element.value.length, element.value.length);
    };
    if (editing === null) return afterFrame(focus);
    focus();
  }, [field, conversationId, editing, isTouch]);
}

/** Returns what calls it off. */
function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
