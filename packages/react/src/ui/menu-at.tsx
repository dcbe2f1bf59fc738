import { DropdownMenu } from 'radix-ui';
import { useCallback, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useChatContext } from '../provider/use-chat.ts';
import { type MenuItem, MenuItems } from './menu.tsx';

export interface MenuAtProps {
  /** In CSS pixels from the screen's top left corner. */
  point: { x: number; y: number };
  /** The first item has the focus, then. */
  isByKeyboard: boolean;
  label: string;
  items: readonly (MenuItem | 'separator')[];
  /** It is gone. It has no button of its own that could have the focus back. */
  onClosed(): void;
}

/** A menu that opens where it was asked for, as a right click does; open for as long as it is rendered. */
export function MenuAt({ point, isByKeyboard, label, items, onClosed }: MenuAtProps) {
  const { portal } = useChatContext();
  const [isOpen, setIsOpen] = useState(true);
  const chosen = useRef<MenuItem | null>(null);
  const content = useCallback(
    (element: HTMLElement | null) => {
      if (isByKeyboard) element?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    },
    [isByKeyboard],
  );
  if (!portal) return null;
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      {/* Beside what is drawn above everything: elsewhere a container may be what "fixed" is measured from. */}
      {createPortal(
        <DropdownMenu.Trigger
          tabIndex={-1}
          style={{ position: 'fixed', left: point.x, top: point.y, visibility: 'hidden' }}
        />,
        portal,
      )}
      <DropdownMenu.Portal container={portal}>
        <DropdownMenu.Content
          ref={content}
          className="vc-menu"
          aria-label={label}
          aria-labelledby={undefined}
          align="start"
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
            chosen.current?.onSelect();
          }}
        >
          <MenuItems
            items={items}
            onChoose={(item) => {
              chosen.current = item;
            }}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
