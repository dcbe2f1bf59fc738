import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useChatContext } from '../provider/use-chat.ts';
import { classNames } from './class-names.ts';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  onSelect(): void;
  isDangerous?: boolean;
  /** It is one of several states: the one that holds has a mark. */
  isChecked?: boolean;
  disabled?: boolean;
}

export interface MenuProps {
  /** The button that opens it; it gets the menu's props. */
  trigger: ReactNode;
  /** A `separator` is a line between groups of them. */
  items: readonly (MenuItem | 'separator')[];
  align?: 'start' | 'end';
  /** It is open from the start: somebody pressed the button before the menu was there. */
  defaultOpen?: boolean;
}

/** A button with a menu. Radix comes with it: where that is too early, there is `LazyMenu`. */
export function Menu({ trigger, items, align = 'end', defaultOpen = false }: MenuProps) {
  const { portal } = useChatContext();
  const chosen = useRef<MenuItem | null>(null);
  // Once the menu has gone and its button has the focus again: a dialog that opens then can give it back.
  const finish = () =>
    queueMicrotask(() => {
      chosen.current?.onSelect();
      chosen.current = null;
    });
  const choose = (item: MenuItem) => {
    chosen.current = item;
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={portal}>
        <DropdownMenu.Content
          className="vc-menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={finish}
        >
          <MenuItems items={items} onChoose={choose} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemsProps {
  items: MenuProps['items'];
  onChoose(item: MenuItem): void;
}

/** The rows of a menu. */
export const MenuItems = ({ items, onChoose }: MenuItemsProps) =>
  items.map((item, index) =>
    item === 'separator' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else that tells it from the next
      <DropdownMenu.Separator key={index} className="vc-menu-separator" />
    ) : (
      <Item key={item.label} item={item} onChoose={onChoose} />
    ),
  );

function Item({ item, onChoose }: { item: MenuItem; onChoose(item: MenuItem): void }) {
  const { label, icon: Icon, isDangerous, isChecked, disabled = false } = item;
  const shared = {
    className: classNames('vc-menu-item', isDangerous && 'vc-menu-item-danger'),
    disabled,
    onSelect: () => onChoose(item),
  };
  const content = (
    <>
      {Icon && <Icon size={18} aria-hidden />}
      <span className="vc-menu-label">{label}</span>
    </>
  );
  if (isChecked === undefined) return <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>;
  return (
    <DropdownMenu.CheckboxItem {...shared} checked={isChecked}>
      {content}
      <DropdownMenu.ItemIndicator className="vc-menu-check">
        <Check size={18} aria-hidden />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}
