import { type Actor, can, type Participant, type ParticipantRole, participantRoles } from '@vibe/contract';

/** What one may do to a member from the list of them. */
export interface MemberDeeds {
  mayMessage: boolean;
  /** Roles that they may be given; never the one that they have. */
  roles: readonly ParticipantRole[];
  mayRemove: boolean;
}

export interface GroupOf {
  conversation: { type: 'direct' | 'group' };
  membership: Participant;
  ownerCount: number;
}

/** As the server decides, and beyond that only what makes sense: nobody removes or writes to themselves. */
export function memberDeeds(actor: Actor, group: GroupOf, target: Participant): MemberDeeds {
  const { conversation, membership } = group;
  const isOneself = target.userId === actor.userId;
  // A group needs an owner: the last one keeps the role until somebody else has it.
  const isLastOwner = target.role === 'owner' && group.ownerCount <= 1;
  const maySetRole = can(actor, 'participant.setRole', { conversation, membership, target });
  return {
    mayMessage: !target.user.isDeactivated && can(actor, 'user.contact', { user: target.user }),
    roles: maySetRole && !isLastOwner ? otherRoles(target.role) : [],
    mayRemove: !isOneself && can(actor, 'participant.remove', { conversation, membership, target }),
  };
}

export const hasDeeds = ({ mayMessage, roles, mayRemove }: MemberDeeds): boolean =>
  mayMessage || mayRemove || roles.length > 0;

const otherRoles = (role: ParticipantRole) => participantRoles.filter((other) => other !== role);
