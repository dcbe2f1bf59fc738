const channel = 'vibe-chat:session';

/** Tells the other tabs that somebody has signed in. */
export function announceSignIn(): void {
  const news = new BroadcastChannel(channel);
  news.postMessage('signedIn');
  news.close();
}

/** Calls back when somebody has signed in in another tab. Returns what ends it. */
export function onSignInElsewhere(listener: () => void): () => void {
  const news = new BroadcastChannel(channel);
  news.onmessage = listener;
  return () => news.close();
}
