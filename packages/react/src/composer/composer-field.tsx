import { type ComponentProps, useRef } from 'react';
import type { Editing } from './editing.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useTypeAnywhere } from './use-type-anywhere.ts';

interface ComposerFieldProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  conversationId: number;
  value: string;
  editing: Editing | null;
  isTouch: boolean;
  onType(typed: string): void;
}

/** A field for several lines that is as high as they need, up to a limit, and then scrolls. */
export function ComposerField({
  conversationId,
  value,
  editing,
  isTouch,
  onType,
  ...rest
}: ComposerFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useTypeAnywhere(field, onType);
  useFieldFocus(field, { conversationId, editing, isTouch });
  // Where it does not grow by itself, an unseen copy of the text gives it its height: to measure it would lay out the page twice.
  return (
    <div className="vc-composer-grow" data-text={value}>
      <textarea
        {...rest}
        // What was typed in one conversation cannot be brought back, by undoing, in another.
        key={conversationId}
        ref={field}
        className="vc-composer-field"
        value={value}
        onChange={(event) => onType(event.target.value)}
        rows={1}
        dir="auto"
      />
    </div>
  );
}
