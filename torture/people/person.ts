import { type ChatClient, createChatClient, describeFailure, hostTokens } from '@vibe/client';
import type { Line } from '../oracle/journal-line.ts';
import type { Random } from '../random.ts';
import { chooseDeed } from './deeds.ts';
import { finish, settle } from './finish.ts';
import { heardSocket } from './heard-socket.ts';
import { hostToken } from './host-token.ts';
import type { Note } from './journal.ts';
import { keptOutbox } from './kept-outbox.ts';
import { noteMarks } from './note-marks.ts';

export interface PersonOptions {
  number: number;
  /** As the host platform calls them. */
  name: string;
  url: string;
  hostUrl: string;
  /** Of the outboxes. */
  directory: string;
  /** Of the first life here. */
  life: number;
  note: Note;
  random: Random;
  /** Of everybody. */
  userIds: readonly number[];
}

type WithoutSaid<L> = L extends Line ? Omit<L, 'person' | 'life'> : never;
export type NoteOwn = (line: WithoutSaid<Line>) => void;

/** Somebody who chats, with the client that everybody uses. */
export interface Person {
  /** Does something that is possible now. */
  act(): void;
  /** The client is gone from one moment to the next; another begins with what the disk has. */
  crash(): Promise<void>;
  /** Resolves when nothing of theirs is on its way, and in any case after that time. */
  settle(patienceMs: number): Promise<void>;
  /** Resolves with whether all was at rest, and as a fetch from scratch says, in that time. */
  finish(patienceMs: number): Promise<boolean>;
}

interface Life {
  client: ChatClient;
  number: number;
  note: NoteOwn;
  /** What is open on the screen, and what closes it. */
  open: Map<number, () => void>;
  die(): Promise<void>;
}

export function createPerson(options: PersonOptions): Person {
  const { random, userIds } = options;
  let said = 0;
  let underWay = 0;
  let life = begin(options, options.life);

  const attempt = (name: string, work: Promise<unknown>): void => {
    const { note } = life;
    underWay += 1;
    const end = (code: string | null) => {
      underWay -= 1;
      note({ kind: 'deed', name, code });
    };
    work.then(
      () => end(null),
      (error: unknown) => end(describeFailure(error).code ?? 'UNREACHED'),
    );
  };
  return {
    act() {
      const { client, note, open, number } = life;
      said += 1;
      const words = `${options.name} in life ${number} says ${said}`;
      chooseDeed({ sync: client.sync, note, open, random, userIds, words, attempt });
    },
    async crash() {
      const { number, die } = life;
      // It closes too late to say anything more, and its outbox is deaf by then.
      await die();
      life = begin(options, number + 1);
    },
    settle: (patienceMs) => settle(life.client, () => underWay > 0, patienceMs),
    finish: (patienceMs) => finish(life.client, life.note, patienceMs),
  };
}

function begin({ number, name, url, hostUrl, directory, note: noteAny }: PersonOptions, life: number): Life {
  let isDead = false;
  const note: NoteOwn = (line) => {
    if (!isDead) noteAny({ ...line, person: number, life } as Line);
  };
  const outbox = keptOutbox(directory, note);
  const client = createChatClient({
    url,
    token: hostTokens(hostToken(hostUrl, name)),
    WebSocket: heardSocket((event, connection) => note({ kind: 'heard', connection, event })),
    storage: outbox.open,
    onSignedOut: () => note({ kind: 'signedOut' }),
  });
  noteMarks(client.sync, note);
  client.sync.start();
  return {
    client,
    number: life,
    note,
    open: new Map(),
    async die() {
      isDead = true;
      await outbox.die();
      await client.close();
    },
  };
}
