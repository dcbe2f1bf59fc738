import { randomUUID } from 'node:crypto';
import { decodeCursor } from '@vibe/chat';
import { expect, vi } from 'vitest';
import type { Person } from './people.ts';
import type { RawStreams } from './raw-streams.ts';
import type { Stage } from './stage.ts';

export const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 5_000, interval: 20 });

/** A `sync.stream` of that person. */
interface Reader {
  person: Person;
  streams: RawStreams;
  sync: number;
}

/**
 * Something that the person hears of whatever they are a member of: all that was on its way to them has arrived when it
 * has.
 */
export async function untilHeard({ server }: Stage, { person, streams, sync }: Reader): Promise<void> {
  const fullName = `Somebody ${randomUUID()}`;
  await server.chat.updateProfile(person.caller, { fullName });
  await until(() => expect(streams.events(sync)).toContainEqual(userUpdated(fullName)));
}

const userUpdated = (fullName: string) => ({
  type: 'user.updated',
  user: expect.objectContaining({ fullName }),
});

/**
 * Until the database has been looked through for everything that is in it now. The cursor's mark moves with each sweep; the
 * first one to end may have begun before.
 */
export async function untilSwept(stage: Stage, reader: Reader): Promise<void> {
  for (let sweeps = 0; sweeps < 2; sweeps += 1) {
    const before = markOf(reader);
    while (markOf(reader) === before) await untilHeard(stage, reader);
  }
}

const markOf = ({ streams, sync }: Reader): bigint | undefined => decodeCursor(streams.cursor(sync))?.mark;
