import { useFormat } from '../provider/use-chat.ts';
import { classNames } from './class-names.ts';

export interface BadgeProps {
  count: number;
  /** What is counted, for those who cannot see where it stands: "3 unread". */
  label: string;
  /** It asks for less attention: the conversation is muted. */
  isQuiet?: boolean;
}

const most = 999;

/** A number that asks for attention; nothing for zero. */
export function Badge({ count, label, isQuiet = false }: BadgeProps) {
  const format = useFormat();
  if (count <= 0) return null;
  return (
    <span role="img" aria-label={label} className={classNames('vc-badge', isQuiet && 'vc-badge-quiet')}>
      {count > most ? `${format.number(most)}+` : format.number(count)}
    </span>
  );
}
