import type { ComponentProps } from 'react';

/** A field for several lines that is as high as they need, up to a limit, and then scrolls. */
export function ComposerField({ value, ...rest }: ComponentProps<'textarea'> & { value: string }) {
  // Its own copy of the text, which is not seen, gives it its height: to measure it would mean to lay out the page twice.
  return (
    <div className="vc-composer-grow" data-text={value}>
      <textarea {...rest} className="vc-composer-field" value={value} rows={1} dir="auto" />
    </div>
  );
}
