import type { HouseProcess } from '../people/house-process.ts';
import type { Random } from '../random.ts';
import type { World } from '../world/world.ts';

export interface Scene {
  world: World;
  houses: readonly HouseProcess[];
  /** Of this one occurrence. */
  random: Random;
}

/** A fault that has begun. */
export interface Begun {
  /** What was hit. */
  what: string;
  end(): Promise<void> | void;
}

/** A way in which things go wrong. */
export interface Fault {
  /** Faults of what is the same wait for each other. */
  hits: 'instance' | 'redis' | 'bus' | 'postgres' | 'lines' | 'weather' | 'house' | 'clock' | 'ack';
  /** How long it lasts at most, in s; 0: it is over when it has begun. */
  longestS: number;
  begin(scene: Scene): Promise<Begun> | Begun;
}
