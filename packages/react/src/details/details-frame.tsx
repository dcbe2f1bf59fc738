import { ChevronLeft, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { usePaneFocus } from './use-pane-focus.ts';

/** The pane with its header. It has the focus from when it opens; Escape closes it, unless something in it takes the key. */
export function DetailsFrame({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const { details: text } = useText();
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !isInside) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside ref={pane} className="vc-details" aria-label={text.details} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="vc-details-header">
        {/* The first is for a pane that fills the screen, the other for one beside the conversation. */}
        <IconButton
          icon={ChevronLeft}
          label={text.close}
          className="vc-details-back"
          isDirectional
          onClick={onClose}
        />
        <h2 className="vc-details-title">{text.details}</h2>
        <IconButton icon={X} label={text.close} className="vc-details-close" onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
