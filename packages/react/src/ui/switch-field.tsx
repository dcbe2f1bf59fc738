import { Switch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export interface SwitchFieldProps {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
  disabled?: boolean;
  /** Beside its label. */
  icon?: ReactNode;
}

/** A setting that is on or off, and takes effect at once. */
export function SwitchField({ label, hint, isOn, onChange, disabled = false, icon }: SwitchFieldProps) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="vc-switch-field">
      {icon}
      <div className="vc-switch-label">
        <label htmlFor={id} className={classNames(disabled && 'vc-disabled')}>
          {label}
        </label>
        {hint && (
          <p className="vc-field-hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        className="vc-switch"
        checked={isOn}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
      >
        <Switch.Thumb className="vc-switch-thumb" />
      </Switch.Root>
    </div>
  );
}
