import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useChatContext } from '../provider/use-chat.ts';
import { Button } from './button.tsx';
import { Problem } from './problem.tsx';
import { useDeed } from './use-deed.ts';
import { useFocusBack } from './use-focus-back.ts';

export interface ConfirmDialogProps {
  title: string;
  description: string;
  /** What the button says that does it. */
  confirm: string;
  /** It closes once this is done; when it fails, it says why and stays. */
  onConfirm(): Promise<void> | void;
  onClose(): void;
  /** What gets the focus afterwards; what had it before, unless this says otherwise. */
  returnFocusTo?: HTMLElement | null;
  children?: ReactNode;
  /** `primary` for what harms nobody. */
  kind?: 'danger' | 'primary';
}

/** Asks before something that cannot be taken back. Escape and "Cancel" leave it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, confirm, onConfirm, onClose, children, returnFocusTo, kind = 'danger' } = props;
  const { portal, text } = useChatContext();
  const focusBack = useFocusBack(returnFocusTo);
  const deed = useDeed(async () => {
    await onConfirm();
    onClose();
  });
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal container={portal}>
        <AlertDialog.Overlay className="vc-dialog-scrim">
          <AlertDialog.Content className="vc-dialog vc-dialog-narrow" onCloseAutoFocus={focusBack}>
            <AlertDialog.Title className="vc-dialog-title" dir="auto">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description className="vc-dialog-description" dir="auto">
              {description}
            </AlertDialog.Description>
            {children}
            {deed.problem && <Problem>{deed.problem}</Problem>}
            <footer className="vc-dialog-actions">
              <AlertDialog.Cancel asChild>
                <Button>{text.ui.cancel}</Button>
              </AlertDialog.Cancel>
              <Button kind={kind} isBusy={deed.isBusy} onClick={deed.run}>
                {confirm}
              </Button>
            </footer>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
