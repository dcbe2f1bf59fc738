/** What the parent tells a house. */
export type Order =
  | { do: 'play' }
  | { do: 'rest' }
  | { do: 'crash'; person: number }
  | { do: 'skew'; ms: number }
  | { do: 'settle'; patienceMs: number }
  | { do: 'finish'; patienceMs: number };

/** What a house tells its parent. */
export type Answer = { did: 'start' } | { did: 'settle' } | { did: 'finish'; unfinished: number[] };

/** How a house begins: as JSON, its first argument. */
export interface HouseSetup {
  people: { number: number; name: string; url: string }[];
  hostUrl: string;
  /** Of the outboxes. */
  directory: string;
  journal: string;
  seed: number;
  /** Of the people's lives here: above all that were. */
  life: number;
  userIds: number[];
  skewMs: number;
  /** Between two deeds of one person, on average. */
  pauseMs: number;
  isPlaying: boolean;
}
