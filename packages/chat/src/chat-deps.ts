import type { Actor, User } from '@vibe/contract';
import type { GroupCommit } from './group-commit/group-commit.ts';
import type { WriteTelemetry } from './group-commit/write-telemetry.ts';
import type { Bus } from './ports/bus.ts';
import type { Clock } from './ports/clock.ts';
import type { ConversationStore } from './ports/conversation-store.ts';
import type { PasswordHasher, TokenIssuer } from './ports/identity.ts';
import type { Live } from './ports/live.ts';
import type { MessageStore, SendItem, SendOutcome } from './ports/message-store.ts';
import type { Mark, MarkResult, ReceiptStore } from './ports/receipt-store.ts';
import type { SessionStore } from './ports/session-store.ts';
import type { UserStore } from './ports/user-store.ts';

/** What the rules need from outside. */
export interface ChatPorts {
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
  /** How many commits of one kind of write the stores are given at once, at most. */
  writesInFlight: number;
  /** Who counts what is written in groups. */
  writeTelemetry: Record<GroupedWrite, WriteTelemetry>;
}

/** What is written in groups: many in one commit. */
export type GroupedWrite = 'send' | 'mark';

/** What the rules work with. */
export interface ChatDeps extends ChatPorts {
  sends: GroupCommit<SendItem, SendOutcome>;
  marks: GroupCommit<Mark, MarkResult | null>;
}

export type ContactPolicy = (actor: Actor, user: User) => boolean;

/** Who asks, and in which session. */
export interface Caller extends Actor {
  sessionId: string;
}
