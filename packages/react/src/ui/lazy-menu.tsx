import { type ComponentProps, cloneElement, type ReactElement, useState } from 'react';
import type { Menu as MenuComponent, MenuProps } from './menu.tsx';

const load = () => import('./menu.tsx');

export interface LazyMenuProps extends Omit<MenuProps, 'trigger' | 'defaultOpen'> {
  trigger: ReactElement<ComponentProps<'button'>>;
}

/** A menu whose code comes when its button is pointed at or focused, and not before. Until it first opens it is only a button. */
export function LazyMenu({ trigger, ...menu }: LazyMenuProps) {
  const [Menu, setMenu] = useState<typeof MenuComponent | null>(null);
  // Where the code cannot be had, nothing opens, and the next press tries again.
  const prefetch = () => void load().catch(() => {});
  const open = () =>
    void load().then(
      (loaded) => setMenu(() => loaded.Menu),
      () => {},
    );
  if (Menu) return <Menu {...menu} trigger={trigger} defaultOpen />;
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
    onPointerEnter: prefetch,
    onFocus: prefetch,
  });
}
