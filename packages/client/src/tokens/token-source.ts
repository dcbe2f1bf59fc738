/** Where access tokens come from. */
export interface TokenSource {
  /**
   * A token that is good for now; null when nobody is signed in (any more). Rejects when that cannot be told, for
   * instance while offline: try again later.
   */
  token(): Promise<string | null>;
  /** The server refused that token: it is not to be used again. */
  refuse(token: string): void;
  /** Calls back when nobody is signed in any more. Returns what ends it. */
  onSignedOut(listener: () => void): () => void;
}
