/** One for both ways: what is said on a channel is heard on all others of that name, also on those of the same tab. */
const news = new BroadcastChannel('vibe-chat:session');

/** Tells the other tabs that somebody has signed in. */
export function announceSignIn(): void {
  news.postMessage('signedIn');
}

/** Calls back when somebody has signed in in another tab. Returns what ends it. */
export function onSignInElsewhere(listener: () => void): () => void {
  const hear = () => listener();
  news.addEventListener('message', hear);
  return () => news.removeEventListener('message', hear);
}
