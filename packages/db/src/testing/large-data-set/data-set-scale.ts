/** How much of everything there is. All of it follows from the number of messages. */
export interface DataSetScale {
  messages: number;
  users: number;
  conversations: number;
  /** Messages of conversation 1, which everybody measures depth in: 1.2 million of 10 million. */
  giantMessages: number;
  /** Ids of transactions that the history is spread over. */
  transactions: number;
}

/**
 * People and conversations are many at any scale: with few, reading all of them would be the best plan.
 * @throws below 10,000 messages, too few for a reader in 1,000 groups
 */
export function dataSetScale(messages: number): DataSetScale {
  if (messages < 10_000) throw new Error('A large data set has 10,000 messages or more.');
  const many = Math.min(Math.max(10_000, Math.floor(messages / 100)), Math.floor(messages / 2));
  return {
    messages,
    users: many,
    conversations: many,
    giantMessages: Math.ceil(messages * 0.12),
    transactions: Math.max(10_000, Math.floor(messages / 20)),
  };
}
