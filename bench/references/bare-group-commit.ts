import { openMessageTable } from './message-table.ts';
import { groupCommit } from './plain/group-commit.ts';
import { openRooms } from './plain/rooms.ts';

/** The limit for the whole path: bare `ws`, and messages stored many at a time before they are told. No rights, types or resume. */
const store = groupCommit(await openMessageTable(), ({ group, ...message }) =>
  rooms.broadcast(group, { group, ...message }),
);
const rooms = openRooms({ onMessage: (group, text) => store({ group, text }) });
