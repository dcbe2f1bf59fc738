import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useChatContext } from '../provider/use-chat.ts';
import { classNames } from './class-names.ts';
import { DialogBody } from './dialog-body.tsx';
import { IconButton } from './icon-button.tsx';
import { useFocusBack } from './use-focus-back.ts';

export interface DialogProps {
  title: string;
  /** It was closed: by its button, Escape, or a click beside it. */
  onClose(): void;
  children: ReactNode;
  /** A line under the title. */
  description?: string;
  /** The row of buttons at its end. */
  actions?: ReactNode;
  /** What gets the focus afterwards; what had it before, unless this says otherwise. */
  returnFocusTo?: HTMLElement | null;
  /** As high as there is room for, whatever is in it: what is found by typing does not make it jump. */
  isTall?: boolean;
}

/** Where no field of it takes the focus: it itself does, and is read out, not the button that closes it. */
function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** A dialog over everything, for as long as it is rendered; on a phone it is the whole screen. It keeps the focus, and gives it back. */
export function Dialog(props: DialogProps) {
  const { title, description, onClose, actions, children, returnFocusTo, isTall = false } = props;
  const { portal, text } = useChatContext();
  const focusBack = useFocusBack(returnFocusTo);
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal container={portal}>
        <RadixDialog.Overlay className="vc-dialog-scrim">
          <RadixDialog.Content
            className={classNames('vc-dialog', 'vc-dialog-sheet', isTall && 'vc-dialog-tall')}
            onOpenAutoFocus={focusWhole}
            onCloseAutoFocus={focusBack}
            {...(description === undefined && { 'aria-describedby': undefined })}
          >
            <header className="vc-dialog-header">
              <RadixDialog.Title className="vc-dialog-title" dir="auto">
                {title}
              </RadixDialog.Title>
              <RadixDialog.Close asChild>
                <IconButton icon={X} label={text.ui.close} />
              </RadixDialog.Close>
            </header>
            {description !== undefined && (
              <RadixDialog.Description className="vc-dialog-description" dir="auto">
                {description}
              </RadixDialog.Description>
            )}
            <DialogBody>{children}</DialogBody>
            {actions && <footer className="vc-dialog-actions">{actions}</footer>}
          </RadixDialog.Content>
        </RadixDialog.Overlay>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
