import { randomUUID } from 'node:crypto';
import type { Message } from '@vibe/contract';
import type { Person } from '../authorisation/people.ts';
import { type RawEvent, RawStreams } from '../authorisation/raw-streams.ts';
import { openStage, type Stage } from '../authorisation/stage.ts';
import { until } from '../authorisation/until.ts';
import { httpClient, socketClient } from '../clients.ts';

/** People in a group on a server of their own, with real Postgres behind it: PGlite lets nothing happen at once. */
export interface Race extends AsyncDisposable {
  stage: Stage;
  /** Number 0 owns the group. */
  person(at: number): Person;
  conversationId: number;
  calls(person: Person): ReturnType<typeof httpClient>;
  /** A socket of its own. For `using`. */
  socket(person: Person): ReturnType<typeof socketClient>;
  /** What the group has, by seq: as its owner is answered. */
  stored(): Promise<Message[]>;
  /** A person's `sync.stream` over a socket of its own, caught up. For `using`. */
  listen(person: Person): Promise<Listener>;
}

export interface Listener extends Disposable {
  streams: RawStreams;
  events(): RawEvent[];
  /** Of the messages sent, in the order they came. */
  sent(): Message[];
}

export async function openRace(peopleCount: number): Promise<Race> {
  await using started = new AsyncDisposableStack();
  const stage = started.use(await openStage());
  const names = Array.from({ length: peopleCount }, (_, at) => `Runner ${at}`);
  const people = await stage.enrol(names.map((fullName) => ({ fullName, role: 'client', scopes: [] })));
  const person = (at: number): Person => {
    const found = people[at];
    if (!found) throw new Error(`there are only ${peopleCount} people`);
    return found;
  };
  const owner = person(0);
  const { server } = stage;
  const { id: conversationId } = await server.chat.createConversation(owner.caller, {
    type: 'group',
    name: 'Runners',
    userIds: people.slice(1).map(({ id }) => id),
    historyVisible: true,
  });
  const calls = ({ accessToken }: Person) => httpClient(server, accessToken);
  const held = started.move();
  return {
    stage,
    person,
    conversationId,
    calls,
    socket: ({ accessToken }) => socketClient(server, () => accessToken),
    async stored() {
      const messages: Message[] = [];
      for (;;) {
        const after = messages.at(-1)?.seq ?? 0;
        const page = await calls(owner).message.list.query({ conversationId, after });
        messages.push(...page.messages);
        if (!page.hasNewer) return messages;
      }
    },
    listen: (person) => listen(stage, person),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

async function listen({ server }: Stage, person: Person): Promise<Listener> {
  const streams = await RawStreams.open(server, person);
  const id = streams.follow('sync.stream');
  await until(() => {
    if (!streams.types(id).includes('caughtUp')) throw new Error('the stream has not caught up');
  });
  return {
    streams,
    events: () => streams.events(id),
    sent: () =>
      streams
        .events(id)
        .flatMap(({ type, message }) => (type === 'message.sent' ? [message as Message] : [])),
    [Symbol.dispose]: () => streams[Symbol.dispose](),
  };
}

/** A message that nobody has sent yet. */
export const draft = (conversationId: number, content = 'Go!') => ({
  conversationId,
  clientId: randomUUID(),
  content,
});

/** first, first + 1 … last */
export const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
