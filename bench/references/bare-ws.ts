import { openRooms } from './plain/rooms.ts';

/** The limit for fan-out: a message is told to everybody and stored nowhere. */
const rooms = openRooms({
  onMessage: (group, text) => rooms.broadcast(group, { group, text, sentAt: Date.now() }),
});
