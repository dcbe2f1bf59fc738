/** An account that stands for somebody of another chat, or for the import itself. */
export interface ImportAccount {
  /** The same at every import. */
  externalId: string;
  fullName: string;
  role: 'client' | 'service';
}

/** A message of another chat. `clientId` is derived from where it stood there: the same at every import. */
export interface ImportItem {
  senderId: number;
  clientId: string;
  kind: 'text' | 'system';
  content: string;
  sentAt: Date;
  editedAt: Date | null;
}

export interface ImportedItems {
  /** How many were not there yet. */
  added: number;
  /** How many of these show another time than they were sent at. */
  retimed: number;
}

/** Somebody who can be let into an imported group. */
export interface ImportReader {
  id: number;
  fullName: string;
}

/** What an import needs beside the other stores. Only who may do anything with the database may use it. */
export interface ImportStore {
  /**
   * The ids of these accounts by external id. Those that there are none of are made: deactivated, without an email or a
   * password, so that nobody can sign in as them. Those found keep their names.
   */
  accounts(accounts: readonly ImportAccount[]): Promise<Map<string, number>>;
  /** The group that the account made with that external key; null when there is none. */
  findGroup(
    creatorExternalId: string,
    externalKey: string,
  ): Promise<{ conversationId: number; participantCount: number } | null>;
  /** People, not deactivated, who have that address in any case. Each host platform may have one. */
  readersByEmail(email: string): Promise<ImportReader[]>;
  /** Platform admins, not deactivated, by id. */
  admins(): Promise<ImportReader[]>;
  /**
   * Appends those that are not there yet, in the order given, under the conversation's lock. Times stay what they are
   * but where they would fall below those of earlier messages, which raises them, or lie in the future, which lowers them
   * to now. Senders need not be members, and do not become members. A lock not had within 2 s throws `BUSY`.
   */
  append(conversationId: number, items: readonly ImportItem[]): Promise<ImportedItems>;
}
