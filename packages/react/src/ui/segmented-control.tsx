import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
}

export interface SegmentedControlProps<Value extends string> {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange(value: Value): void;
  disabled?: boolean;
}

/** One of a few, all of them in view. Native radio buttons: the arrow keys move between them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value: chosen, onChange, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className="vc-field" disabled={disabled}>
      <legend className="vc-field-label">{label}</legend>
      <div className="vc-segments">
        {segments.map(({ value, label: segmentLabel, icon: Icon }) => (
          <label key={value} className="vc-segment">
            <input
              type="radio"
              className="vc-hidden"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            {Icon && <Icon size={16} aria-hidden />}
            {segmentLabel}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
