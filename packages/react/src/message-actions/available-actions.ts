import type { KnownConversation } from '@vibe/client';
import { type Actor, can, type Message } from '@vibe/contract';

/** In the order of the menu. */
const messageActions = ['copy', 'edit', 'info', 'copyLink', 'report', 'delete'] as const;
export type MessageAction = (typeof messageActions)[number];

export interface ActionSituation {
  actor: Actor;
  conversation: Pick<KnownConversation, 'type' | 'membership'>;
  message: Message;
  /** Whether messages have addresses. */
  hasLinks: boolean;
}

/** What the person may do with a message, and what makes sense with it. */
export function availableActions({
  actor,
  conversation,
  message,
  hasLinks,
}: ActionSituation): MessageAction[] {
  const { membership } = conversation;
  const isOwn = message.senderId === actor.userId;
  const isThere = message.deletedAt === null && message.kind === 'text';
  const resource = { conversation, membership, message };
  const offers: Record<MessageAction, boolean> = {
    copy: isThere,
    edit: isThere && can(actor, 'message.edit', resource),
    info: isThere && isOwn && can(actor, 'receipt.read', resource),
    copyLink: hasLinks,
    report: isThere && !isOwn && can(actor, 'message.report', resource),
    delete: isThere && can(actor, 'message.delete', resource),
  };
  return messageActions.filter((action) => offers[action]);
}
