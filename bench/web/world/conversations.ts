/** A conversation to measure in. Its letter is what its messages' marks begin with. */
export interface BenchConversation {
  name: string;
  letter: string;
  messages: number;
}

export const measured = {
  huge: { name: 'Hundred thousand', letter: 'H', messages: 100_000 },
  first: { name: 'Ten thousand one', letter: 'A', messages: 10_000 },
  second: { name: 'Ten thousand two', letter: 'B', messages: 10_000 },
} as const satisfies Record<string, BenchConversation>;

/** What else is in the list of somebody who uses it every day. */
export const others: readonly BenchConversation[] = Array.from({ length: 40 }, (_, index) => ({
  name: `Group ${index + 1}`,
  letter: 'G',
  messages: 20,
}));
