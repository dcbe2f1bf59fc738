import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

interface Frame {
  id: number | null;
  method?: string;
  result?: { type?: string; data?: unknown };
  error?: { message: string; data: { chat: { code: string; fields?: Record<string, string> } } };
}

/** A socket whose frames a test sees as they are. For `using`. */
export class RawSocket implements Disposable {
  readonly frames: Frame[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const text = String(data);
      if (text !== 'PING' && text !== 'PONG') this.frames.push(JSON.parse(text));
    });
    this.closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  }

  /** Opens it; a token is sent as tRPC's client does. */
  static async open(wsUrl: string, token?: string, options: ClientOptions = {}): Promise<RawSocket> {
    const socket = new WebSocket(token === undefined ? wsUrl : `${wsUrl}?connectionParams=1`, options);
    const raw = new RawSocket(socket);
    await once(socket, 'open');
    if (token !== undefined) raw.send({ method: 'connectionParams', data: { token } });
    return raw;
  }

  send(frame: unknown): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  call(id: number, method: 'query' | 'mutation' | 'subscription', path: string, input?: unknown): void {
    this.send({ id, method, params: { path, input } });
  }

  /** Stops to read, as a phone in a tunnel does. */
  pause(): void {
    this.#socket.pause();
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }
}

/** The HTTP status with which an upgrade was refused. */
export const upgradeStatus = async (
  wsUrl: string,
  headers: Record<string, string>,
): Promise<number | undefined> => (await upgradeAnswer(wsUrl, headers)).status;

/** The answer with which an upgrade was refused. */
export async function upgradeAnswer(
  wsUrl: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; retryAfter: string | undefined }> {
  const socket = new WebSocket(wsUrl, { headers });
  // `ws` fails the socket too once the answer is in; what counts is the answer.
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return { status: response.statusCode, retryAfter: response.headers['retry-after'] };
}
