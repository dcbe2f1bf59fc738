import { latestRun, sortedConversations } from '@vibe/client';
import { limits } from '@vibe/contract';
import { vi } from 'vitest';
import type { Device } from './device.ts';
import { differences } from './differences.ts';
import { type Fetched, type FetchedConversation, fetchAll } from './fetch-all.ts';
import type { Person } from './person.ts';
import { type View, viewOf } from './view.ts';
import type { World } from './world.ts';

/** Longer than a client that was cut off again and again waits before it connects. */
const patienceMs = 20_000;
const intervalMs = 150;

/** Every screen that can connect shows, or soon will, what a fetch from scratch would. */
export async function expectAsFetched(
  world: World,
  { timeoutMs = patienceMs, deviceAt = 0 }: { timeoutMs?: number; deviceAt?: number } = {},
): Promise<void> {
  await Promise.all(
    world.people.map(async (person) => {
      const device = person.devices[deviceAt];
      if (!device) throw new Error('There is no such device.');
      await vi.waitFor(() => compare(person, device), { timeout: timeoutMs, interval: intervalMs });
    }),
  );
}

async function compare(person: Person, device: Device): Promise<void> {
  if (device.line.isDown) return;
  const { connection, isCaughtUp } = device.state();
  const isSending = [...device.chat().pending.values()].flat().some(({ failure }) => failure === null);
  // What is on its way when the fetch begins may be in it.
  const unrest = differences({ connection, isCaughtUp, isSending }, rest);
  const fetched = unrest.length > 0 ? null : await fetchAll(person.api);
  const found = fetched ? compareWith(fetched, device) : unrest;
  if (found.length === 0) return;
  throw new Error(`Person ${person.caller.userId} does not see what is there:\n${found.join('\n')}`);
}

const rest = { connection: 'live', isCaughtUp: true, isSending: false };

function compareWith(fetched: Fetched, device: Device): string[] {
  const chat = device.chat();
  const shown = viewOf(sortedConversations(chat), chat.users);
  return [
    ...differences(shown, asMuchAs(shown, fetched)),
    ...fetched.conversations.flatMap((each) => wronglyLoaded(device, each)),
  ];
}

/** What was fetched, with as many messages as the screen has. */
const asMuchAs = (shown: View, { conversations, users }: Fetched): View =>
  viewOf(
    conversations.map(({ conversation, messages }) => ({
      conversation,
      messages: messages.filter(({ seq }) => shown.conversations[conversation.id]?.messages[seq]),
    })),
    users,
  );

/** A conversation on the screen shows its end; and nothing claims to be newer than what is there. */
function wronglyLoaded(device: Device, { conversation, messages }: FetchedConversation): string[] {
  const known = device.chat().conversations.get(conversation.id);
  if (!known) return [];
  const { id, version } = conversation;
  const isAhead = known.conversation.version > version;
  const run = latestRun(known);
  const isShort = device.openIds.has(id) && run.length < Math.min(messages.length, limits.pageRowsDefault);
  return [
    ...(isAhead ? [`/conversations/${id}/version: ${known.conversation.version}, not ${version}`] : []),
    ...(isShort ? [`/conversations/${id}: open, with ${run.length} of ${messages.length} messages`] : []),
    ...differences(run.map(seqOf), messages.slice(messages.length - run.length).map(seqOf), `/runs/${id}`),
  ];
}

const seqOf = ({ seq }: { seq: number }): number => seq;
