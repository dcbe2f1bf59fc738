import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** A row's name: a conversation's id, or what else stands in the list. */
export type RowKey = number | string;

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

interface RovingOptions {
  list: RefObject<HTMLElement | null>;
  /** Every row, whether it is on the page or not. */
  keys: readonly RowKey[];
  /** Where the tab key comes to while no row was focused yet. */
  preferred: RowKey | null;
  /** The arrow keys leave the list at its top. */
  onLeave?: () => void;
}

/** Arrow keys, Home and End go from row to row, and the tab key comes back to the row that was focused last. */
export function useRoving({ list, keys, preferred, onLeave }: RovingOptions) {
  const [focused, setFocused] = useState<{ key: RowKey } | null>(null);
  const wanted = useRef<RowKey | null>(null);
  const place = useRef({ hasFocus: false, index: 0 });
  const tabStop =
    [focused?.key ?? null, preferred].find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null;

  // The row may not be on the page before this render has made it the tab stop.
  useLayoutEffect(() => {
    const key = wanted.current;
    if (key === null) return;
    wanted.current = null;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${key}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  // The focused row went away, to the archive say: what stands in its place now is focused.
  useLayoutEffect(() => {
    const index = focused ? keys.indexOf(focused.key) : -1;
    if (index >= 0) place.current.index = index;
    else if (focused && place.current.hasFocus) focus(keys[Math.min(place.current.index, keys.length - 1)]);
  });

  const focus = (key: RowKey | undefined) => {
    if (key === undefined) return;
    wanted.current = key;
    // An object each time: the row that has been the tab stop already is to be focused, too.
    setFocused({ key });
  };
  const from = (target: EventTarget): number => {
    const name = rowOf(target)?.dataset.row;
    return keys.findIndex((key) => String(key) === name);
  };
  const targetOf = ({ key, target }: KeyboardEvent): RowKey | undefined | null => {
    const index = from(target);
    if (index < 0) return null;
    if (key === 'ArrowDown') return keys[index + 1];
    if (key === 'ArrowUp') return keys[index - 1];
    if (key === 'Home') return keys[0];
    return key === 'End' ? keys.at(-1) : null;
  };

  return {
    tabStop,
    focusFirst: () => focus(keys[0]),
    focusRow: (key: RowKey) => focus(keys.includes(key) ? key : (tabStop ?? undefined)),
    onFocus({ target }: FocusEvent) {
      place.current.hasFocus = true;
      const key = keys[from(target)];
      if (key !== undefined) setFocused((before) => (before?.key === key ? before : { key }));
    },
    onBlur() {
      place.current.hasFocus = false;
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const key = targetOf(event);
      if (key === null) return;
      event.preventDefault();
      if (key === undefined && event.key === 'ArrowUp') onLeave?.();
      else focus(key);
    },
  };
}
