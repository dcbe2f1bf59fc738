import type { Device } from './device.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** A message that somebody wrote. */
export interface Send {
  person: Person;
  conversationId: number;
  clientId: string;
  /** The page that it was written on; null where the server has acknowledged it. */
  page: number | null;
}

/** P1, P2, of what was written in this world: what is lost, or there twice; in words. */
export const brokenSends = ({ stage, sends }: World): string[] =>
  sends.flatMap((send) => {
    const { conversationId, clientId, person } = send;
    const conversation = stage.record.conversation(conversationId);
    const { userId } = person.caller;
    const stored = [...(conversation?.messages.values() ?? [])].filter(
      (message) => message.clientId === clientId && message.senderId === userId,
    );
    if (stored.length === 1) return [];
    const hasLeft = conversation?.memberships.some(
      (membership) => membership.userId === userId && Number.isFinite(membership.leftVersion),
    );
    if (stored.length === 0 && send.page !== null && (hasLeft || mayBeLost(send, send.page))) return [];
    return [`P2: ${clientId} of person ${userId} is there ${stored.length} times`];
  });

/** A page takes with it what it had not sent yet, and shows what was refused. */
const mayBeLost = ({ person, conversationId, clientId }: Send, page: number): boolean =>
  person.devices.every((device) => device.line.page !== page || isRefused(device, conversationId, clientId));

const isRefused = (device: Device, conversationId: number, clientId: string): boolean =>
  (device.chat().pending.get(conversationId) ?? []).some(
    (pending) => pending.clientId === clientId && pending.failure !== null,
  );
