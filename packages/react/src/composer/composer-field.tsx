import type { ComponentProps } from 'react';

/** A field for several lines that is as high as they need, up to a limit, and then scrolls. */
export function ComposerField({ value, ...rest }: ComponentProps<'textarea'> & { value: string }) {
  // Where it does not grow by itself, an unseen copy of the text gives it its height: to measure it would lay out the page twice.
  return (
    <div className="vc-composer-grow" data-text={value}>
      <textarea {...rest} className="vc-composer-field" value={value} rows={1} dir="auto" />
    </div>
  );
}
