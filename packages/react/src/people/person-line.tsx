import type { Profile } from '@vibe/contract';
import { useText } from '../provider/use-chat.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Avatar } from './avatar.tsx';

/** A person in a list: picture, name, and what they are. */
export function PersonLine({ user: { id, fullName, avatarUrl, role, email } }: { user: Profile }) {
  const { people } = useText();
  return (
    <span className="vc-person">
      <Avatar id={id} name={fullName} imageUrl={avatarUrl} size="small" />
      <span className="vc-person-words">
        <span className="vc-person-name" dir="auto">
          {fullName}
        </span>
        <span className="vc-person-note">
          {email ? `${people.role(role)} · ${email}` : people.role(role)}
        </span>
      </span>
    </span>
  );
}

/** As high as a person. */
export function PersonSkeleton() {
  return (
    <span className="vc-person" aria-hidden>
      <Skeleton width="var(--vc-space-8)" height="var(--vc-space-8)" round />
      <span className="vc-person-words">
        <span className="vc-person-name">
          <Skeleton width="55%" height="0.8em" />
        </span>
        <span className="vc-person-note">
          <Skeleton width="25%" height="0.8em" />
        </span>
      </span>
    </span>
  );
}
