import type { Hub } from './hub.ts';
import type { Sweep } from './sweep.ts';

/** What every stream stands on. */
export interface StreamDeps {
  hub: Hub;
  sweep: Sweep;
  /** Resolves when the hub has a mark. */
  started: () => Promise<void>;
}
