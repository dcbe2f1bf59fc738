import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from '../ui/class-names.ts';

export interface DetailsActionProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  label: string;
  /** What happens, or how it is now. */
  hint?: string;
  isDangerous?: boolean;
  /** At the line's end. */
  end?: ReactNode;
}

/** A line of the pane that does something. */
export function DetailsAction({
  icon: Icon,
  label,
  hint,
  isDangerous,
  end,
  className,
  ...rest
}: DetailsActionProps) {
  const hintId = useId();
  return (
    <div className={classNames('vc-details-action', isDangerous && 'vc-details-danger', className)}>
      <Icon size={20} aria-hidden />
      <div className="vc-details-words">
        {/* The whole line is its target, and the hint is no part of its name. */}
        <button type="button" aria-describedby={hint ? hintId : undefined} {...rest} dir="auto">
          {label}
        </button>
        {hint && (
          <p id={hintId} className="vc-field-hint">
            {hint}
          </p>
        )}
      </div>
      {end}
    </div>
  );
}
