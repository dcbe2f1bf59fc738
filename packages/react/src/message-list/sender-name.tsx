import { nameOf } from '../people/name-of.ts';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** Who wrote what follows. */
export function SenderName({ userId }: { userId: number }) {
  const text = useText();
  const name = useSync(({ chat }) => nameOf(chat, userId, text));
  return (
    <p className="vc-message-sender" dir="auto">
      {name}
    </p>
  );
}
