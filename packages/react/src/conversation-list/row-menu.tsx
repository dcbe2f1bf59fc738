import {
  Archive,
  ArchiveRestore,
  Bell,
  BellOff,
  CheckCheck,
  type LucideIcon,
  Pin,
  PinOff,
} from 'lucide-react';
import { useNow } from '../format/use-now.ts';
import { actorOf } from '../people/actor-of.ts';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { MenuAt } from '../ui/menu-at.tsx';
import type { Point } from '../ui/use-menu-gestures.ts';
import { type RowAction, rowActions } from './row-actions.ts';
import { useRowHead } from './use-row.ts';

/** Whose menu is open, and where. */
export interface OpenRowMenu {
  conversationId: number;
  point: Point;
  isByKeyboard: boolean;
}

interface RowMenuProps {
  open: OpenRowMenu;
  onChoose(conversationId: number, action: RowAction): void;
  /** It is gone, and something has to have the focus. */
  onClosed(): void;
}

const icons: Record<RowAction, LucideIcon> = {
  markRead: CheckCheck,
  pin: Pin,
  unpin: PinOff,
  mute: BellOff,
  unmute: Bell,
  archive: Archive,
  unarchive: ArchiveRestore,
};

/** What can be done with the conversation of a row. */
export function RowMenu({ open: { conversationId, ...place }, onChoose, onClosed }: RowMenuProps) {
  const { list } = useText();
  const { title } = useRowHead(conversationId);
  const nowMs = useNow();
  const conversation = useSync(({ chat }) => chat.conversations.get(conversationId)?.conversation);
  const me = useSync((state) => state.me);
  const actions = conversation && me ? rowActions(conversation, actorOf(me), nowMs) : [];
  const items = actions.map((action) => ({
    label: list.actions[action],
    icon: icons[action],
    onSelect: () => onChoose(conversationId, action),
  }));
  return <MenuAt {...place} label={list.actionsOf(title)} items={items} onClosed={onClosed} />;
}
