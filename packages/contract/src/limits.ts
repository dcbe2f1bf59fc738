/** Every limit that both sides read. Counts of characters are Unicode code points. */
export const limits = {
  /** Characters in one message. */
  contentChars: 10_000,
  /** Characters in a person's or a group's name. */
  nameChars: 120,
  /** Characters in an email address (RFC 5321's longest path). */
  emailChars: 254,
  /** Shortest password accepted at sign-up, in characters (NIST SP 800-63B asks for at least 8). */
  passwordMinChars: 8,
  /** Longest password; beyond it hashing would be a way to burn our CPU. */
  passwordMaxChars: 256,
  /** Characters in an avatar's address. */
  urlChars: 2_000,
  /** Characters of what was typed in a people search. */
  queryChars: 120,
  /** Characters in a key that another system gives: an issuer, an external id, a conversation's key. */
  externalKeyChars: 200,
  /** Characters in the reason of a report. */
  reasonChars: 1_000,
  /** Active members of one group, its creator included. */
  groupMembers: 1_000,
  /** Rows in one page of any list. */
  pageRows: 100,
  /** Rows in a page when the caller does not say. */
  pageRowsDefault: 50,
  /** Participants that a conversation in a list carries; the rest is in `conversation.byId`. */
  summaryParticipants: 20,
  /** Most uncounted seqs that a conversation carries; beyond it, `uncountedSeqs` is null. */
  uncountedSeqs: 1_000,
  /** Above this many members, others' receipts are not streamed but fetched by `receipt.list`. */
  receiptStreamMembers: 100,
  /** Above this many members, typing is neither sent nor shown. */
  typingMembers: 100,
  /** People whose presence one stream can follow. */
  presenceUsers: 200,
  /** How long somebody counts as typing after their last `typing.set`. */
  typingExpiryMs: 6_000,
  /** How long a person stays online after their last connection closed, so that a reload does not flicker. */
  presenceGraceMs: 5_000,
  /** After a server instance was killed, the people who were connected to it seem online for as long as this. */
  presenceExpiryMs: 10_000,
  /** A replay of more rows than this is answered with `reset`. */
  replayRows: 5_000,
  /** Of a conversation with more missed changes of messages than this, a replay says only that: `conversation.truncated`. */
  replayMessages: 500,
  /** Durable events that may wait for one slow reader; beyond it the stream ends and the reader resumes. */
  streamBufferEvents: 5_000,
  /** Bytes of one WebSocket frame, and of one HTTP body. */
  frameBytes: 128 * 1024,
  /** Calls in one batch, over either transport. */
  batchCalls: 50,
  /** Open subscriptions of one socket. */
  socketSubscriptions: 50,
  /** Queries and mutations of one socket that are being answered. */
  socketCalls: 100,
} as const;

/** How often something may be done: `points` in every `seconds`, counted per user or per address as the name says. */
export const rates = {
  callsPerUser: { points: 1_200, seconds: 60 },
  callsPerAddress: { points: 3_000, seconds: 60 },
  sendsPerUser: { points: 300, seconds: 60 },
  typingPerUser: { points: 240, seconds: 60 },
  signInsPerAddress: { points: 60, seconds: 60 },
  signInsPerEmail: { points: 10, seconds: 60 },
  connectionsPerAddress: { points: 300, seconds: 60 },
} as const;

export type RateName = keyof typeof rates;
