/** What a measured page is asked for in its address: what to load before it is shown, and which conversation to show. */
export interface PageRequest {
  /** How many messages of which conversation, beginning at its end. */
  load: readonly { conversationId: number; count: number }[];
  open: number;
}

export const toSearch = ({ load, open }: PageRequest): string =>
  `?${new URLSearchParams({
    open: String(open),
    load: load.map(({ conversationId, count }) => `${conversationId}:${count}`).join(),
  })}`;

export function fromSearch(search: string): PageRequest {
  const given = new URLSearchParams(search);
  const pairs = (given.get('load') ?? '').split(',').filter((pair) => pair !== '');
  return {
    open: Number(given.get('open')),
    load: pairs.map((pair) => {
      const [conversationId = 0, count = 0] = pair.split(':').map(Number);
      return { conversationId, count };
    }),
  };
}
