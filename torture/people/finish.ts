import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatClient, type ChatState, describeFailure, latestRun, retrying } from '@vibe/client';
import { cacheDifferences } from '../oracle/cache-differences.ts';
import type { FetchedConversation, ShownConversation } from '../oracle/view.ts';
import { fetchAll } from './fetch-all.ts';
import type { NoteOwn } from './person.ts';

const intervalMs = 500;

/** Waits until nothing is on its way that others would hear of. */
export async function settle(
  client: ChatClient,
  hasDeedsUnderWay: () => boolean,
  patienceMs: number,
): Promise<void> {
  const until = performance.now() + patienceMs;
  while ((hasDeedsUnderWay() || restless(client).length > 0) && performance.now() < until)
    await sleep(intervalMs);
}

/** Waits until nothing is on its way and the screen shows what a fetch says, and notes both; in any case at the end. */
export async function finish(client: ChatClient, note: NoteOwn, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const isLast = performance.now() > until;
    const restlessness = restless(client);
    if (restlessness.length === 0 || isLast) {
      const { fetched, failure } = await tryFetch(client);
      // What the screen shows after the fetch: whatever was on its way then is in both.
      const shown = shownBy(client.sync.getState().chat);
      const wrong = [...restlessness, ...failure, ...cacheDifferences(shown, fetched)];
      if (wrong.length === 0 || isLast) {
        const { userId } = client.sync.getState().chat;
        note({ kind: 'final', userId, isAtRest: restlessness.length === 0, restlessness, shown, fetched });
        return wrong.length === 0;
      }
    }
    await sleep(intervalMs);
  }
}

function restless({ sync }: ChatClient): string[] {
  const { connection, isCaughtUp, chat, nextKey } = sync.getState();
  const sends = [...chat.pending.values()].flat().filter(({ failure }) => failure === null);
  const changes = [...chat.changes.values()].filter(({ failure }) => failure === null);
  const stale = [...chat.conversations.values()].filter(({ isStale }) => isStale);
  return [
    ...(connection === 'live' ? [] : [`the connection is ${connection}`]),
    ...(isCaughtUp ? [] : ['it is not caught up']),
    ...(nextKey === null ? [] : ['the list is not all loaded']),
    ...(sends.length === 0 ? [] : [`${sends.length} messages are on their way`]),
    ...(changes.length === 0 ? [] : [`${changes.length} changes are on their way`]),
    ...(stale.length === 0 ? [] : [`${stale.length} conversations are to be fetched again`]),
    ...(chat.missingIds.size === 0 ? [] : [`${chat.missingIds.size} conversations are missing`]),
  ];
}

async function tryFetch({
  api,
  sync,
}: ChatClient): Promise<{ fetched: FetchedConversation[]; failure: string[] }> {
  const { conversations } = sync.getState().chat;
  const oldestSeq = (id: number) => conversations.get(id)?.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  try {
    const fetched = await retrying(() => fetchAll(api, oldestSeq), AbortSignal.timeout(30_000));
    return { fetched, failure: [] };
  } catch (error) {
    return { fetched: [], failure: [`the fetch failed: ${describeFailure(error).message}`] };
  }
}

const shownBy = ({ conversations }: ChatState): ShownConversation[] =>
  [...conversations.values()].map((known) => ({
    conversation: known.conversation,
    messages: known.messages,
    endRun: latestRun(known).length,
  }));
