import type { Profile } from '@vibe/contract';
import { Check } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { PersonLine } from './person-line.tsx';

export interface PersonOptionProps {
  id: string;
  user: Profile;
  isActive: boolean;
  isSelected: boolean;
  onPick(user: Profile): void;
}

/** Somebody who can be chosen. The focus stays in the field, which names this one as the active one. */
export const PersonOption = memo(({ id, user, isActive, isSelected, onPick }: PersonOptionProps) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      className="vc-person-option"
      aria-selected={isSelected}
      data-active={isActive || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(user)}
    >
      <PersonLine user={user} />
      {isSelected && <Check size={18} aria-hidden className="vc-person-check" />}
    </div>
  );
});
