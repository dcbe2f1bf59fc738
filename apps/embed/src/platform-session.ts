/** What the platform's server tells its page. */
export interface PlatformInfo {
  chatUrl: string;
  people: { sub: string; name: string; role: string }[];
}

export async function fetchPlatform(): Promise<PlatformInfo> {
  const response = await fetch('/platform.json');
  return response.json();
}

/** A token is used for a while, and renewed well before its ten minutes are over. */
const goodForMs = 8 * 60_000;

/** Somebody's tokens. The chat asks before every request: what is still good is not fetched again. */
export function tokensOf(sub: string): () => Promise<string | null> {
  let kept: { token: Promise<string | null>; until: number } | null = null;
  return () => {
    if (!kept || kept.until < Date.now()) kept = { token: fetchToken(sub), until: Date.now() + goodForMs };
    const { token } = kept;
    // A failure is not kept.
    token.catch(() => {
      kept = null;
    });
    return token;
  };
}

async function fetchToken(sub: string): Promise<string | null> {
  const response = await fetch(`/token?as=${encodeURIComponent(sub)}`);
  if (response.status === 404) return null;
  const { token }: { token: string } = await response.json();
  return token;
}
