/** How long a call may take. A server that does not answer by then counts as not reached. */
const timeoutMs = 20_000;

type Init = Omit<RequestInit, 'signal'> & { signal?: AbortSignal | null | undefined };

/** The platform's `fetch`, which by itself waits for ever on a network that went quiet. */
export function timedFetch(url: URL | RequestInfo, { signal, ...init }: Init = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  return fetch(url, { ...init, signal: signal ? AbortSignal.any([timeout, signal]) : timeout });
}
