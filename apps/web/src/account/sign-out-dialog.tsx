import { ConfirmDialog } from '@vibe/react/ui';
import { signOut } from '../session/leaving.ts';
import { text } from '../text.ts';

/** Asks once more, where signing out did not work, or would lose something. */
export const SignOutDialog = ({ doubt, onClose }: { doubt: string; onClose(): void }) => (
  <ConfirmDialog
    title={text.signOut.question}
    description={doubt}
    confirm={text.account.signOut}
    onConfirm={signOut}
    onClose={onClose}
  />
);
