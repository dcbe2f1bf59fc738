import { partnerOf } from '../people/partner-of.ts';
import { useChat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { useDeed } from '../ui/use-deed.ts';
import type { Barrier } from './barrier.ts';

/** In the place of the field: why nothing can be written here. */
export function BarrierNotice({ conversationId, barrier }: { conversationId: number; barrier: Barrier }) {
  const { composer } = useText();
  const partner = useSync(({ chat }) => {
    const conversation = chat.conversations.get(conversationId)?.conversation;
    return conversation && partnerOf(chat, conversation);
  });
  const name = partner?.fullName ?? '';
  const sentences = {
    blocked: composer.blocked(name),
    partnerGone: composer.partnerGone(name),
    inactive: composer.inactive,
  };
  return (
    <div className="vc-composer vc-composer-notice">
      <p dir="auto">{sentences[barrier]}</p>
      {barrier === 'blocked' && partner && <Unblock userId={partner.id} />}
    </div>
  );
}

function Unblock({ userId }: { userId: number }) {
  const { sync } = useChat();
  const { composer } = useText();
  const deed = useDeed(() => sync.unblock(userId));
  return (
    <>
      <Button isBusy={deed.isBusy} onClick={deed.run}>
        {composer.unblock}
      </Button>
      {deed.problem && <Problem>{deed.problem}</Problem>}
    </>
  );
}
