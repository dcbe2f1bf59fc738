import { memo } from 'react';
import { Avatar } from '../people/avatar.tsx';
import { usePresenceOf } from '../people/use-presence.ts';
import { useText } from '../provider/use-chat.ts';

interface RowAvatarProps {
  conversationId: number;
  title: string;
  /** The other person of a direct conversation. */
  partnerId: number | null;
  imageUrl: string | null;
}

/** The other person's picture, and whether they are there; a group's initials. */
export const RowAvatar = memo(({ conversationId, title, partnerId, imageUrl }: RowAvatarProps) =>
  partnerId === null ? (
    <Avatar id={conversationId} name={title} />
  ) : (
    <PartnerAvatar userId={partnerId} name={title} imageUrl={imageUrl} />
  ),
);

interface PartnerAvatarProps {
  userId: number;
  name: string;
  imageUrl: string | null;
}

function PartnerAvatar({ userId, name, imageUrl }: PartnerAvatarProps) {
  const presence = useIsOnline(userId) ? 'online' : undefined;
  return <Avatar id={userId} name={name} imageUrl={imageUrl} presence={presence} />;
}

const useIsOnline = (userId: number): boolean => usePresenceOf(userId)?.status === 'online';

/** What the dot on the picture says, for those who cannot see it. */
export function OnlineWord({ userId }: { userId: number }) {
  const { people } = useText();
  return useIsOnline(userId) && <span className="vc-hidden">{people.online}</span>;
}
