/** What of a key press matters here. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

export interface KeySituation {
  enterSends: boolean;
  /** No keyboard but the one on the screen, whose Enter is for lines; a button sends. */
  isTouch: boolean;
  isEmpty: boolean;
  isEditing: boolean;
}

export type KeyDeed = 'submit' | 'editLast' | 'leaveEditing';

/** What a key does in the field, other than write; null for any that does just that. */
export function keyDeed(press: KeyPress, situation: KeySituation): KeyDeed | null {
  // An input method's own Enter, Escape and arrows. Safari ends the composition before it tells of the key; 229 gives it away.
  if (press.isComposing || press.keyCode === 229) return null;
  const { enterSends, isTouch, isEmpty, isEditing } = situation;
  const isCommand = press.ctrlKey || press.metaKey;
  const isPlain = !isCommand && !press.shiftKey && !press.altKey;
  switch (press.key) {
    case 'Enter':
      if (isPlain) return enterSends && !isTouch ? 'submit' : null;
      return isCommand && !press.shiftKey && !press.altKey ? 'submit' : null;
    case 'ArrowUp':
      return isPlain && isEmpty && !isEditing ? 'editLast' : null;
    case 'Escape':
      return isEditing ? 'leaveEditing' : null;
    default:
      return null;
  }
}
