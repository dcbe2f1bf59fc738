import type { ParticipantRole } from '@vibe/contract';
import { Crown, Ellipsis, type LucideIcon, MessageCircle, Shield, User, UserMinus } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import type { MemberDeeds } from './member-deeds.ts';

interface MemberMenuProps {
  name: string;
  may: MemberDeeds;
  onMessage(): void;
  onRole(role: ParticipantRole): void;
  onRemove(): void;
}

const roleIcons: Record<ParticipantRole, LucideIcon> = { owner: Crown, admin: Shield, member: User };

/** What one may do to a member, and nothing else. */
export function MemberMenu({ name, may, onMessage, onRole, onRemove }: MemberMenuProps) {
  const { details: text } = useText();
  const message: MenuItem[] = may.mayMessage
    ? [{ label: text.message, icon: MessageCircle, onSelect: onMessage }]
    : [];
  const roles = may.roles.map(
    (role): MenuItem => ({
      label: text.makeRole(role),
      icon: roleIcons[role],
      onSelect: () => onRole(role),
    }),
  );
  const remove: MenuItem[] = may.mayRemove
    ? [{ label: text.remove, icon: UserMinus, isDangerous: true, onSelect: onRemove }]
    : [];
  return (
    <LazyMenu
      trigger={<IconButton icon={Ellipsis} label={text.memberActions(name)} />}
      items={separated([message, roles, remove])}
    />
  );
}

/** The groups that have something in them, with a line between each two. */
const separated = (groups: MenuItem[][]): (MenuItem | 'separator')[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : ['separator' as const, ...group]));
