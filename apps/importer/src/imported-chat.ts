import type { ImportWarnings } from './import-warnings.ts';

/** Someone who wrote at least one message. */
export interface ImportedPerson {
  /** Stable over runs: `whatsapp:<name>` or `slack:<user or bot id>`. */
  readonly externalId: string;
  readonly fullName: string;
}

export interface ImportedMessage {
  /**
   * A UUID made from the message itself, so that it can be the message's `clientId`: the same message gets
   * the same id in every run, and in a later, longer export. No two messages of a chat share one.
   */
  readonly externalId: string;
  /** Who wrote it; null for system messages, and only for them. */
  readonly authorExternalId: string | null;
  readonly kind: 'text' | 'system';
  /** Never blank, never over the limit, well-formed Unicode without NUL. */
  readonly content: string;
  /** As the export says; where the export's own order and times disagree, it may fall from one to the next. */
  readonly sentAt: Date;
  /** Equal to `sentAt` where the export says that, but not when, the message was edited. */
  readonly editedAt?: Date;
}

/** What every parser gives. */
export interface ImportedChat {
  readonly source: 'whatsapp' | 'slack';
  readonly people: readonly ImportedPerson[];
  /** Messages in the export, for a progress bar; over-long ones add a few more when they are split. */
  readonly messageCount: number;
  /** In the order of the chat. Can be read once; reading may reject with an `ImportError`. */
  readonly messages: AsyncIterable<ImportedMessage>;
  readonly warnings: ImportWarnings;
}
