import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { Avatar } from './avatar.tsx';

/** The picture beside what somebody wrote. */
export function SenderAvatar({ userId }: { userId: number }) {
  const { people } = useText();
  const user = useSync(({ chat }) => chat.users.get(userId));
  return (
    <Avatar
      id={userId}
      name={user?.fullName ?? people.somebody}
      imageUrl={user?.avatarUrl ?? null}
      size="small"
    />
  );
}
