import { type ReactNode, useRef } from 'react';
import { useIsOverflowing } from './use-is-overflowing.ts';

/** What scrolls, between a dialog's title and its buttons; by keyboard too, where there is nothing in it to go to. */
export function DialogBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const isOverflowing = useIsOverflowing(body);
  return (
    <div ref={body} className="vc-dialog-body" tabIndex={isOverflowing ? 0 : undefined}>
      {children}
    </div>
  );
}
