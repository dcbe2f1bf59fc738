import type { Actor, User } from '@vibe/contract';
import type { Bus } from './ports/bus.ts';
import type { Clock } from './ports/clock.ts';
import type { ConversationStore } from './ports/conversation-store.ts';
import type { PasswordHasher, TokenIssuer } from './ports/identity.ts';
import type { Live } from './ports/live.ts';
import type { MessageStore } from './ports/message-store.ts';
import type { ReceiptStore } from './ports/receipt-store.ts';
import type { SessionStore } from './ports/session-store.ts';
import type { UserStore } from './ports/user-store.ts';

/** What the rules need from outside. */
export interface ChatDeps {
  conversations: ConversationStore;
  messages: MessageStore;
  receipts: ReceiptStore;
  users: UserStore;
  sessions: SessionStore;
  bus: Bus;
  live: Live;
  passwords: PasswordHasher;
  tokens: TokenIssuer;
  clock: Clock;
  /** Whom a person may find and write to. The default is `openContactPolicy`. */
  mayContact: ContactPolicy;
}

export type ContactPolicy = (actor: Actor, user: User) => boolean;

/** Who asks, and in which session. */
export interface Caller extends Actor {
  sessionId: string;
}
