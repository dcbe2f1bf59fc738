import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../ui/problem.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { useDeed } from '../ui/use-deed.ts';

interface PreferenceSwitchProps {
  icon: LucideIcon;
  label: string;
  hint: string;
  isOn: boolean;
  onChange(isOn: boolean): Promise<void>;
}

/** It moves at once; where the server refuses it, it moves back and says why. */
export function PreferenceSwitch({ icon: Icon, label, hint, isOn, onChange }: PreferenceSwitchProps) {
  const [wanted, setWanted] = useState(isOn);
  const { run, isBusy, problem } = useDeed(onChange);
  const change = (next: boolean) => {
    if (isBusy) return;
    setWanted(next);
    run(next);
  };
  return (
    <div className="vc-details-setting">
      <SwitchField
        icon={<Icon size={20} aria-hidden />}
        label={label}
        hint={hint}
        isOn={isBusy ? wanted : isOn}
        onChange={change}
      />
      {problem && <Problem onRetry={() => change(wanted)}>{problem}</Problem>}
    </div>
  );
}
