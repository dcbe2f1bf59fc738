import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Field, type FieldProps } from './field.tsx';
import { IconButton } from './icon-button.tsx';

export type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> & Omit<FieldProps, 'maxChars'>;

/** A password, hidden until its person wants to see it. */
export function PasswordField({
  label,
  problem,
  hint,
  isLabelHidden = false,
  className,
  ...input
}: PasswordFieldProps) {
  const { ui } = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field {...{ label, problem, hint, isLabelHidden, className }} written="">
      {(control) => (
        <div className="vc-input-frame">
          <input
            {...input}
            {...control}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={isShown ? ui.hidePassword : ui.showPassword}
            onClick={() => setIsShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}
