import type { KnownConversation } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { Copy, Flag, Info, Link, type LucideIcon, Pencil, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { actorOf } from '../people/actor-of.ts';
import { useChatContext } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { classNames } from '../ui/class-names.ts';
import { useMedia } from '../ui/use-media.ts';
import { availableActions, type MessageAction } from './available-actions.ts';
import { MenuAnchor } from './menu-anchor.tsx';
import type { OpenMenu } from './open-menu.ts';
import { useMenuFocus } from './use-menu-focus.ts';
import { useWheelAway } from './use-wheel-away.ts';

export interface MessageMenuProps {
  conversation: KnownConversation;
  message: Message;
  open: OpenMenu;
  onChoose(action: MessageAction): void;
  onClose(): void;
}

const icons: Record<MessageAction, LucideIcon> = {
  copy: Copy,
  edit: Pencil,
  info: Info,
  copyLink: Link,
  report: Flag,
  delete: Trash2,
};

/** What can be done with a message: beside it, or at the bottom of a phone's screen. */
export function MessageMenu({ conversation, message, open, onChoose, onClose }: MessageMenuProps) {
  const { text, linkTo, portal } = useChatContext();
  const me = useSync((state) => state.me);
  const isSheet = useMedia('(pointer: coarse) and (width < 720px)');
  const { leave, ...focus } = useMenuFocus(open.returnTo);
  const isChosen = useRef(false);
  const actions = me
    ? availableActions({ actor: actorOf(me), conversation, message, hasLinks: linkTo !== null })
    : [];
  const isEmpty = actions.length === 0;
  useEffect(() => {
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);
  useWheelAway(onClose);
  if (isEmpty) return null;

  const choose = (action: MessageAction) => {
    isChosen.current = true;
    if (leading.includes(action)) leave();
    onChoose(action);
  };
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(isOpen) => !isOpen && !isChosen.current && onClose()}
    >
      <MenuAnchor at={isSheet ? 'bottom' : open.at} />
      {isSheet && portal && createPortal(<div className="vc-sheet-scrim" />, portal)}
      <DropdownMenu.Portal container={portal}>
        <DropdownMenu.Content
          className={classNames('vc-menu', isSheet && 'vc-menu-sheet')}
          aria-label={text.actions.actions}
          aria-labelledby={undefined}
          {...(isSheet ? sheetPlace : placeAt(open.at))}
          loop
          {...focus}
        >
          {actions.map((action) => (
            <MenuRow key={action} action={action} onSelect={() => choose(action)} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Those that lead on: to the field, or to a dialog. */
const leading: readonly MessageAction[] = ['edit', 'info', 'report', 'delete'];

const sheetPlace = { side: 'top', avoidCollisions: false } as const;

const placeAt = (at: OpenMenu['at']) =>
  ({ align: at instanceof HTMLElement ? 'end' : 'start', sideOffset: 4, collisionPadding: 8 }) as const;

function MenuRow({ action, onSelect }: { action: MessageAction; onSelect: () => void }) {
  const { text } = useChatContext();
  const Icon = icons[action];
  return (
    <DropdownMenu.Item
      className={classNames('vc-menu-item', action === 'delete' && 'vc-menu-item-danger')}
      onSelect={onSelect}
    >
      <Icon size={18} aria-hidden />
      {text.actions[action]}
    </DropdownMenu.Item>
  );
}
