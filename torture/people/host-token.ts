import { tokenKeptMs } from '../world/host-platform.ts';

/** The host platform's token of a person, kept while it is good, by a clock that nobody sets. */
export function hostToken(hostUrl: string, person: string): () => Promise<string> {
  let token: Promise<string> | null = null;
  let fetchedAt = 0;
  return () => {
    const isOld = performance.now() - fetchedAt > tokenKeptMs;
    if (!token || isOld) {
      fetchedAt = performance.now();
      token = fetch(`${hostUrl}/token/${person}`).then((answer) => answer.text());
    }
    return token;
  };
}
