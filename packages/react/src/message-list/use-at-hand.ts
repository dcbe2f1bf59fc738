import { type PointerEvent, useState } from 'react';

/** Whether somebody is at it, with the mouse or the keyboard: only then it needs what can be done with it. */
export function useAtHand() {
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  return {
    isAtHand: isPointedAt || isFocused,
    // A finger that scrolls is over many rows.
    onPointerEnter: ({ pointerType }: PointerEvent) => setPointedAt(pointerType !== 'touch'),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}
