import type { TokenSource } from './token-source.ts';

/** The server has ended the session: the source finds it out now, not when it is next asked for a token. */
export async function endSession(tokens: TokenSource): Promise<void> {
  try {
    const token = await tokens.token();
    if (token === null) return;
    tokens.refuse(token);
    await tokens.token();
  } catch {
    // It cannot be reached just now: the next call finds out.
  }
}
