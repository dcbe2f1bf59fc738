import type { User } from '@vibe/contract';
import { X } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { Avatar } from './avatar.tsx';

/** Somebody who was chosen. Pressing it takes them out again. */
export function PersonChip({ user, onRemove }: { user: User; onRemove(userId: number): void }) {
  const { people } = useText();
  const { id, fullName, avatarUrl } = user;
  return (
    <button type="button" className="vc-chip" title={fullName} onClick={() => onRemove(id)}>
      <Avatar id={id} name={fullName} imageUrl={avatarUrl} size="tiny" />
      <span className="vc-chip-name" dir="auto" aria-hidden>
        {fullName}
      </span>
      <span className="vc-hidden">{people.unselect(fullName)}</span>
      <X size={14} aria-hidden />
    </button>
  );
}
