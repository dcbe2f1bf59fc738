import type { Actor, Participant } from '@vibe/contract';
import { memo } from 'react';
import { Avatar } from '../people/avatar.tsx';
import { PresenceLine } from '../people/presence-line.tsx';
import { usePresenceOf } from '../people/use-presence.ts';
import { useText } from '../provider/use-chat.ts';
import { Problem } from '../ui/problem.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { type GroupOf, hasDeeds, memberDeeds } from './member-deeds.ts';
import { MemberMenu } from './member-menu.tsx';
import { useMemberDeed } from './use-member-deed.ts';

interface MemberRowProps {
  conversationId: number;
  member: Participant;
  group: GroupOf;
  actor: Actor;
  onRemove(member: Participant): void;
}

/** A member: who it is, whether they are there, their role, and what one may do to them. */
export const MemberRow = memo(({ conversationId, member, group, actor, onRemove }: MemberRowProps) => {
  const { details: text, people } = useText();
  const deed = useMemberDeed(conversationId, member.userId);
  const { id, fullName, avatarUrl, isDeactivated } = member.user;
  const isOneself = id === actor.userId;
  const presence = usePresenceOf(id)?.status;
  const may = memberDeeds(actor, group, member);
  return (
    <>
      <div className="vc-member" data-deactivated={isDeactivated || undefined}>
        <Avatar id={id} name={fullName} imageUrl={avatarUrl} size="medium" presence={presence} />
        <span className="vc-member-words">
          <span className="vc-member-name" dir="auto" title={fullName}>
            {fullName}
          </span>
          <span className="vc-member-note">
            {isOneself && <span>{people.you}</span>}
            {isDeactivated ? <span>{text.deactivated}</span> : <PresenceLine userId={id} />}
          </span>
        </span>
        {deed.isBusy ? (
          <Spinner />
        ) : (
          member.role !== 'member' && <span className="vc-member-role">{text.memberRole(member.role)}</span>
        )}
        {hasDeeds(may) && (
          <MemberMenu
            name={fullName}
            may={may}
            onMessage={deed.message}
            onRole={deed.setRole}
            onRemove={() => onRemove(member)}
          />
        )}
      </div>
      {deed.problem && <Problem>{deed.problem}</Problem>}
    </>
  );
});
