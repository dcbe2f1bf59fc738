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
 * It comes right after the frame that shows the conversation, which would have to wait for it otherwise. What is typed before goes
 * into the field all the same (`useTypeAnywhere`).
 */
export function useFieldFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  { conversationId, editing, isTouch }: Situation,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation's field is another one.
  useEffect(() => {
    const element = field.current;
    if (!element || (isTouch && editing === null)) return;
    return afterFrame(() => {
      element.focus({ preventScroll: true });
      element.setSelectionRange(element.value.length, element.value.length);
    });
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
