import { randomUUID } from 'node:crypto';
import { createPerson, type Person } from './person.ts';
import type { Send } from './sends.ts';
import type { Stage } from './stage.ts';

/** The people of one run, and where they talk. */
export interface World extends AsyncDisposable {
  readonly stage: Stage;
  readonly people: readonly Person[];
  /** Everything that they wrote. */
  readonly sends: Send[];
}

/** More than a page, so that there is something older to load. */
const oldMessages = 60;

/**
 * Four people: Ana and Leo have a direct conversation; Ana, Leo and Mia a group with a past; Leo, Mia and Noa a group that
 * hides its past from newcomers.
 */
export async function createWorld(stage: Stage, { deviceCount = 1 } = {}): Promise<World> {
  await using made = new AsyncDisposableStack();
  const join = async (name: string) => made.use(await createPerson(stage.server, name, deviceCount));
  const [ana, leo, mia, noa] = [await join('Ana'), await join('Leo'), await join('Mia'), await join('Noa')];
  const idOf = ({ caller }: Person): number => caller.userId;

  await ana.api.conversation.create.mutate({ type: 'direct', userId: idOf(leo) });
  const open = await ana.api.conversation.create.mutate({
    type: 'group',
    name: 'Runners',
    userIds: [idOf(leo), idOf(mia)],
  });
  await leo.api.conversation.create.mutate({
    type: 'group',
    name: 'Board',
    userIds: [idOf(mia), idOf(noa)],
    historyVisible: false,
  });
  await writePast(stage, open.id, idOf(ana));

  const held = made.move();
  return { stage, people: [ana, leo, mia, noa], sends: [], [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** As one batch, told as sends are. */
async function writePast({ server, record }: Stage, conversationId: number, senderId: number): Promise<void> {
  const items = Array.from({ length: oldMessages }, (_, at) => ({
    conversationId,
    senderId,
    clientId: randomUUID(),
    content: `long ago ${at}`,
  }));
  const outcomes = await server.stores.messages.send(items);
  const changes = outcomes.flatMap((each) => (each.outcome === 'stored' && each.change ? [each.change] : []));
  record.publish({ topic: 'conversation', conversationId, changes });
}
