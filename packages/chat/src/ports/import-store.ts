/** A message of another chat. `clientId` is derived from where it stood there: the same at every import. */
export interface ImportItem {
  senderId: number;
  clientId: string;
  kind: 'text' | 'system';
  content: string;
  sentAt: Date;
  editedAt: Date | null;
}

export interface ImportStore {
  /** The deactivated person who stands for somebody of the export; made when there is none. */
  person(issuer: string, externalId: string, fullName: string): Promise<number>;
  /**
   * Appends those that are not there yet, in the order given, with their times (raised where they would fall below the
   * conversation's latest), under the conversation's lock; senders become members that have left. Returns how many were new.
   */
  append(conversationId: number, items: ImportItem[]): Promise<number>;
}
