import type { Adapter } from './adapter.ts';
import type { Outlet } from './outlet.ts';
import type { Replies } from './replies.ts';

/** What a call has of the socket that it came over. */
export interface CallScope {
  adapter: Adapter;
  outlet: Outlet;
  replies: Replies;
  /** That of all its calls. Rejects with what `createContext` threw. */
  context(): Promise<unknown>;
}
