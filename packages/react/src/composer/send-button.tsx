import { Check, SendHorizontal } from 'lucide-react';
import { memo } from 'react';
import { useText } from '../provider/use-chat.ts';

export interface SendButtonProps {
  isEditing: boolean;
  disabled: boolean;
}

/** Sends what is in the field, or saves it. */
export const SendButton = memo(function SendButton({ isEditing, disabled }: SendButtonProps) {
  const { composer } = useText();
  const label = isEditing ? composer.save : composer.send;
  const Icon = isEditing ? Check : SendHorizontal;
  return (
    <button
      type="submit"
      className="vc-send"
      aria-label={label}
      title={label}
      disabled={disabled}
      // The focus stays in the field, or a phone would put its keyboard away after each message.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
});
