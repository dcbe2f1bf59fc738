import type { ComponentProps, MouseEvent } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  /** What it does is under way: it shows so, and pressing it again does nothing. */
  isBusy?: boolean;
}

export function Button({
  kind = 'secondary',
  isBusy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames('vc-button', `vc-button-${kind}`, className)}
      // `disabled` would drop the focus of whoever has just pressed it.
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? ignore : onClick}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}

const ignore = (event: MouseEvent): void => event.preventDefault();
