import { Check, SendHorizontal } from 'lucide-react';
import { memo } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Spinner } from '../ui/spinner.tsx';

export interface SendButtonProps {
  isEditing: boolean;
  isBusy: boolean;
  disabled: boolean;
}

/** Sends what is in the field, or saves it. */
export const SendButton = memo(function SendButton({ isEditing, isBusy, disabled }: SendButtonProps) {
  const { composer } = useText();
  const label = isEditing ? composer.save : composer.send;
  const Icon = isEditing ? Check : SendHorizontal;
  return (
    <button
      type="submit"
      className="vc-send"
      aria-label={label}
      title={label}
      aria-busy={isBusy || undefined}
      disabled={disabled}
      // The focus stays in the field, or a phone would put its keyboard away after each message.
      onMouseDown={(event) => event.preventDefault()}
    >
      {isBusy ? <Spinner /> : <Icon size={20} aria-hidden />}
    </button>
  );
});
