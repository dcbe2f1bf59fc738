import { PresenceLine } from '../people/presence-line.tsx';
import { useFollowedPresence } from '../people/use-presence.ts';
import { useFormat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { usePartner, useShownPeople } from './use-head.ts';
import { useTypingLine } from './use-typing-line.ts';

/** Under the title: who types; else whether the other person is there, or how many the group has. */
export function StatusLine({ conversationId }: { conversationId: number }) {
  const userIds = useShownPeople(conversationId);
  useFollowedPresence(userIds);
  const partner = usePartner(conversationId);
  const typing = useTypingLine(conversationId);
  if (typing !== null) {
    return (
      <p className="vc-window-status vc-window-typing" dir="auto">
        {typing}
      </p>
    );
  }
  return (
    <p className="vc-window-status">
      {partner ? (
        <PresenceLine userId={partner.id} />
      ) : (
        <MemberCount conversationId={conversationId} userIds={userIds} />
      )}
    </p>
  );
}

interface MemberCountProps {
  conversationId: number;
  /** Those of them who are followed, and counted where they are online. */
  userIds: readonly number[];
}

function MemberCount({ conversationId, userIds }: MemberCountProps) {
  const { window } = useText();
  const format = useFormat();
  const count = useSync(
    ({ chat }) => chat.conversations.get(conversationId)?.conversation.participantCount ?? 0,
  );
  const online = useSync(
    ({ presences }) => userIds.filter((userId) => presences.get(userId)?.status === 'online').length,
  );
  if (count === 0) return null;
  const members = window.members(count, format.number(count));
  return online === 0 ? members : window.membersOnline(members, format.number(online));
}
