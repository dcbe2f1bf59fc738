import { Server } from 'socket.io';
import { openMessageTable } from './message-table.ts';

/** Socket.IO with its rooms, and an insert a message, as its guide does it. Of its transports only WebSockets, uncompressed. */
const pool = await openMessageTable();
const io = new Server(0, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.httpServer.on('listening', () => console.log(JSON.stringify(io.httpServer.address())));

io.on('connection', (socket) => {
  socket.on('join', async (groups: number[], done: () => void) => {
    await socket.join(groups.map(roomOf));
    done();
  });
  socket.on('send', async (group: number, text: string, done: (id: number) => void) => {
    const sentAt = new Date();
    const { rows } = await pool.query({
      name: 'insert message',
      text: 'INSERT INTO message (group_id, text, sent_at) VALUES ($1, $2, $3) RETURNING id',
      values: [group, text, sentAt],
    });
    const id = Number(rows[0]?.id);
    io.to(roomOf(group)).emit('message', { id, group, text, sentAt });
    done(id);
  });
});

const roomOf = (group: number): string => `group ${group}`;
