import type { PlatformRole, Profile, UpdateProfileInput, UpsertUserInput, User } from '@vibe/contract';

/** A person with what only rules may look at. `email` is always filled in: the rules hide it. */
export interface StoredUser extends Profile {
  email: string | null;
}

export interface UserPageQuery {
  limit: number;
  /** The last row of the page before. */
  after: { fullName: string; id: number } | null;
}

export interface UserStore {
  byId(userId: number): Promise<StoredUser | null>;
  /** A host platform's person, deactivated ones too. */
  byExternalId(issuer: string, externalId: string): Promise<StoredUser | null>;
  /** Those that exist and are not deactivated, by id. */
  activeByIds(userIds: number[]): Promise<StoredUser[]>;
  /** People, not deactivated, whose name has `query` in it, whatever its case; by name, then id. */
  search(query: string, page: UserPageQuery): Promise<StoredUser[]>;
  update(userId: number, fields: UpdateProfileInput): Promise<User>;
  /** By (issuer, externalId). Writes only what differs; `isChanged` tells. It also ends a deactivation. */
  upsert(input: UpsertUserInput): Promise<{ user: StoredUser; isChanged: boolean }>;
  /** As `upsert`, but whoever is deactivated stays so and as they are, also where that happens at the same moment. */
  recognize(input: UpsertUserInput): Promise<{ user: StoredUser; isChanged: boolean }>;
  /** Revokes every session too. Null when there is no such person; idempotent. */
  deactivate(userId: number): Promise<{ user: User; revokedSessionIds: string[] } | null>;
  /** Null when another password identity has that address, in any case. */
  createWithPassword(fields: {
    email: string;
    fullName: string;
    passwordHash: string;
    role: PlatformRole;
  }): Promise<StoredUser | null>;
  /** The account of a program. */
  createService(fullName: string): Promise<StoredUser>;
  credentialsByEmail(email: string): Promise<{ userId: number; passwordHash: string } | null>;
  passwordHash(userId: number): Promise<string | null>;
  setPasswordHash(userId: number, passwordHash: string): Promise<void>;
  /** Idempotent, as `unblock` is. */
  block(blockerId: number, blockedId: number): Promise<void>;
  unblock(blockerId: number, blockedId: number): Promise<void>;
  listBlocked(blockerId: number): Promise<StoredUser[]>;
  hasBlocked(blockerId: number, blockedId: number): Promise<boolean>;
  /** Remembers when somebody was last connected. */
  setLastSeen(userId: number, at: Date): Promise<void>;
  lastSeen(userIds: number[]): Promise<Map<number, Date>>;
  /** Of `otherIds`, those who share an active conversation with the person. */
  sharingConversation(userId: number, otherIds: number[]): Promise<number[]>;
}
