import type { User } from '@vibe/contract';
import { Ban, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../provider/use-chat.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DetailsAction } from './details-action.tsx';
import { useBlock } from './use-details.ts';

/** Keeps somebody from writing to one directly, or lets them again; asked for once more before it is done. */
export function BlockPerson({ user }: { user: User }) {
  const { details: text } = useText();
  const { isBlocked, block, unblock } = useBlock(user.id);
  // What is asked stays the same while the dialog is open, whatever another tab does.
  const [asked, setAsked] = useState<'block' | 'unblock' | null>(null);
  const name = user.fullName;
  const stop = () => setAsked(null);
  return (
    <section className="vc-details-section">
      {isBlocked ? (
        <DetailsAction
          icon={CircleCheck}
          label={text.unblock(name)}
          hint={text.unblockHint}
          onClick={() => setAsked('unblock')}
        />
      ) : (
        <DetailsAction
          icon={Ban}
          label={text.block(name)}
          hint={text.blockHint}
          isDangerous
          onClick={() => setAsked('block')}
        />
      )}
      {asked === 'block' && (
        <ConfirmDialog
          title={text.blockQuestion(name)}
          description={text.blockHint}
          confirm={text.blockConfirm}
          onConfirm={block}
          onClose={stop}
        />
      )}
      {asked === 'unblock' && (
        <ConfirmDialog
          title={text.unblockQuestion(name)}
          description={text.unblockEffect}
          confirm={text.unblockConfirm}
          kind="primary"
          onConfirm={unblock}
          onClose={stop}
        />
      )}
    </section>
  );
}
