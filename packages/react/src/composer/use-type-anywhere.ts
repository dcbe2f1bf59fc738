import { type RefObject, useEffect, useRef } from 'react';

/**
 * What is typed or pasted while no field has the focus is meant for this one. Only what happens in our own part of the
 * page: the page around may have shortcuts.
 */
export function useTypeAnywhere(
  field: RefObject<HTMLTextAreaElement | null>,
  onInsert: (typed: string) => void,
): void {
  const insert = useRef(onInsert);
  useEffect(() => {
    insert.current = onInsert;
  });
  useEffect(() => {
    const listening = new AbortController();
    const options = { signal: listening.signal };
    let isInUse = true;
    const target = (event: Event): HTMLTextAreaElement | null => {
      const element = field.current;
      return element && isInUse && !event.defaultPrevented && isMeantFor(element, event) ? element : null;
    };
    document.addEventListener(
      'pointerdown',
      ({ target: pressed }) => {
        isInUse = pressed instanceof Node && scopeOf(field.current)?.contains(pressed) === true;
      },
      { ...options, capture: true },
    );
    document.addEventListener('keydown', (event) => isPrintable(event) && target(event)?.focus(), options);
    document.addEventListener(
      'paste',
      (event) => {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        const element = pasted === '' ? null : target(event);
        if (!element) return;
        event.preventDefault();
        element.focus();
        element.setRangeText(pasted, element.selectionStart, element.selectionEnd, 'end');
        insert.current(element.value);
      },
      options,
    );
    return () => listening.abort();
  }, [field]);
}

const scopeOf = (element: Element | null): Element | null => element?.closest('.vibe-chat') ?? null;

/** Space scrolls, and presses buttons. */
const isPrintable = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !isComposing;

function isMeantFor(field: HTMLTextAreaElement, { target }: Event): boolean {
  if (!(target instanceof HTMLElement) || isField(target) || field.readOnly) return false;
  // While a dialog is open, everything behind it is hidden from assistive technology, and not to be reached.
  if (field.closest('[aria-hidden="true"], [inert]')) return false;
  return target === document.body || scopeOf(field)?.contains(target) === true;
}

const isField = (element: HTMLElement): boolean =>
  element.isContentEditable || element.closest('input, textarea, select') !== null;
