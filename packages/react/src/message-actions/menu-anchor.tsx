import { DropdownMenu } from 'radix-ui';
import type { CSSProperties } from 'react';
import type { OpenMenu } from './open-menu.ts';

/** Where the menu appears: at a point, an element that is not ours to wrap, or the screen's lower edge. Nobody sees it. */
export function MenuAnchor({ at }: { at: OpenMenu['at'] | 'bottom' }) {
  return (
    <DropdownMenu.Trigger asChild>
      <button
        type="button"
        tabIndex={-1}
        style={{ position: 'fixed', visibility: 'hidden', ...placeOf(at) }}
      />
    </DropdownMenu.Trigger>
  );
}

function placeOf(at: OpenMenu['at'] | 'bottom'): CSSProperties {
  if (at === 'bottom') return { insetInline: 0, insetBlockEnd: 0, inlineSize: '100%', blockSize: 0 };
  if (!(at instanceof HTMLElement)) return { left: at.x, top: at.y, width: 0, height: 0 };
  const { left, top, width, height } = at.getBoundingClientRect();
  return { left, top, width, height };
}
