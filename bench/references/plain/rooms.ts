import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** A client says `{join}` once, the groups that it is in, and `{to, text}` for each message. */
interface ClientFrame {
  join?: number[];
  to?: number;
  text?: string;
  /** Of what it has already: the last message's id. */
  after?: number;
}

export interface Rooms {
  /** To everyone in the group, the sender too, whose own copy is the acknowledgement. Made once, and sent to each as it is. */
  broadcast(group: number, message: object): void;
}

export interface RoomsEvents {
  onMessage(group: number, text: string): void;
  /** After it has joined, if it says what it has. */
  onJoin?(socket: WebSocket, groups: readonly number[], after: number): void;
}

/** What a chat over bare `ws` begins with. Prints its port when it listens. */
export function openRooms({ onMessage, onJoin }: RoomsEvents): Rooms {
  const members = new Map<number, Set<WebSocket>>();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('listening', () => console.log(JSON.stringify(server.address())));
  server.on('connection', (socket) => {
    let joined: number[] = [];
    socket.on('message', (data) => {
      const frame = read(data);
      if (frame.join) {
        joined = frame.join;
        for (const group of joined) membersOf(group).add(socket);
        socket.send('{"joined":true}');
        if (frame.after !== undefined) onJoin?.(socket, joined, frame.after);
      } else if (frame.to !== undefined) onMessage(frame.to, frame.text ?? '');
    });
    socket.on('close', () => {
      for (const group of joined) membersOf(group).delete(socket);
    });
  });
  const membersOf = (group: number): Set<WebSocket> => {
    const found = members.get(group) ?? new Set();
    members.set(group, found);
    return found;
  };
  return {
    broadcast(group, message) {
      const prepared = Buffer.from(JSON.stringify(message));
      for (const socket of membersOf(group)) socket.send(prepared, { binary: false });
    },
  };
}

const read = (data: RawData): ClientFrame => JSON.parse(String(data));
