import type { WebSocket } from 'ws';
import { openMessageTable } from './message-table.ts';
import { groupCommit } from './plain/group-commit.ts';
import { openRooms } from './plain/rooms.ts';

/** Bare `ws` with group commit, and the shortest way to catch up: what a group missed is read once, for all who ask at about the same time. */
const pool = await openMessageTable();
const store = groupCommit(pool, ({ group, ...message }) => rooms.broadcast(group, { group, ...message }));
const rooms = openRooms({
  onMessage: (group, text) => store({ group, text }),
  onJoin: (socket, groups, after) => void catchUp(socket, groups, after),
});

/** How long a group's messages are kept for the next who asks. */
const keptMs = 1_000;
const kept = new Map<string, Promise<Buffer[]>>();

async function catchUp(socket: WebSocket, groups: readonly number[], after: number): Promise<void> {
  for (const group of groups) {
    for (const frame of await missedOf(group, after)) socket.send(frame, { binary: false });
  }
}

function missedOf(group: number, after: number): Promise<Buffer[]> {
  const key = `${group} ${after}`;
  let missed = kept.get(key);
  if (!missed) {
    missed = readMissed(group, after);
    kept.set(key, missed);
    setTimeout(() => kept.delete(key), keptMs);
  }
  return missed;
}

async function readMissed(group: number, after: number): Promise<Buffer[]> {
  const { rows } = await pool.query({
    name: 'missed',
    text: 'SELECT id, text, sent_at FROM message WHERE group_id = $1 AND id > $2 ORDER BY id',
    values: [group, after],
  });
  return rows.map(({ id, text, sent_at }) =>
    Buffer.from(JSON.stringify({ group, text, id: Number(id), sentAt: sent_at })),
  );
}
