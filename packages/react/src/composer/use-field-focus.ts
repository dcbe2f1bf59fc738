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
 */
export function useFieldFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  { conversationId, editing, isTouch }: Situation,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation's field is another one.
  useEffect(() => {
    const element = field.current;
    if (!element || (isTouch && editing === null)) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [field, conversationId, editing, isTouch]);
}
