/**
 * How many channels conversations are spread over. All instances must agree on it. More would spare each of them more of what
 * it has no use for, at the price of more subscriptions; in a Redis Cluster they spread over the shards.
 */
const partitions = 256;

/** The names of the channels of one deployment. Ids are given in a row, so their remainders are spread evenly. */
export interface Channels {
  /** Heard by everybody. */
  readonly unasked: string;
  of(conversationId: number): string;
}

export const channelsIn = (namespace: string): Channels => ({
  unasked: `vibe:${namespace}:*`,
  of: (conversationId) => `vibe:${namespace}:${conversationId % partitions}`,
});
