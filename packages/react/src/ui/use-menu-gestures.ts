import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
} from 'react';

/** A place on the screen, in CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

const longPressMs = 500;
/** A finger that rests moves a little. */
const slackPx = 10;

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) => key === 'ContextMenu' || (key === 'F10' && shiftKey);

/** All the ways to ask for what can be done with something: right click, long press, and the keyboard's menu key. */
export function useMenuGestures(onMenu: (point: Point, isByKeyboard: boolean) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; from: Point } | null>(null);
  /** The finger is still down, and lifting it is not a click. */
  const isHeld = useRef(false);
  const release = useCallback(() => {
    clearTimeout(press.current?.timer);
    press.current = null;
  }, []);
  useEffect(() => release, [release]);

  return {
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      if (isHeld.current) return;
      isHeld.current = press.current !== null;
      release();
      onMenu({ x: event.clientX, y: event.clientY }, false);
    },
    onKeyDown(event: KeyboardEvent) {
      if (!isMenuKey(event)) return;
      event.preventDefault();
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      onMenu({ x: left + slackPx, y: bottom }, true);
    },
    onPointerDown({ pointerType, clientX, clientY }: PointerEvent) {
      isHeld.current = false;
      if (pointerType !== 'touch') return;
      const from = { x: clientX, y: clientY };
      const hold = () => {
        press.current = null;
        isHeld.current = true;
        onMenu(from, false);
      };
      press.current = { timer: setTimeout(hold, longPressMs), from };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const from = press.current?.from;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > slackPx) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClickCapture(event: MouseEvent) {
      if (!isHeld.current) return;
      isHeld.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
