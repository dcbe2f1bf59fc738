import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** What it does: its name for those who cannot see it, and its tooltip. */
  label: string;
  /** The icon points along the line, as "back" does: it is turned where lines run from right to left. */
  isDirectional?: boolean;
}

export function IconButton({
  icon: Icon,
  label,
  isDirectional = false,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames('vc-icon-button', isDirectional && 'vc-directional', className)}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
}
