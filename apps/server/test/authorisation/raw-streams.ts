import type { TestServer } from '../../src/testing/start-test-server.ts';
import { RawSocket } from '../raw-socket.ts';
import type { Person } from './people.ts';

export interface RawEvent {
  type: string;
  [field: string]: unknown;
}

/** Streams of one person over one bare socket, as tRPC's wire protocol has them. For `using`. */
export class RawStreams implements Disposable {
  readonly #socket: RawSocket;
  #lastId = 0;

  private constructor(socket: RawSocket) {
    this.#socket = socket;
  }

  static async open({ wsUrl }: TestServer, { accessToken }: Person): Promise<RawStreams> {
    return new RawStreams(await RawSocket.open(wsUrl, accessToken));
  }

  /** Begins one; returns the id that its frames carry. */
  follow(path: string, input: object = {}): number {
    this.#lastId += 1;
    this.#socket.call(this.#lastId, 'subscription', path, input);
    return this.#lastId;
  }

  /** Resolves when the server has closed the socket. */
  get closed(): RawSocket['closed'] {
    return this.#socket.closed;
  }

  get frames(): RawSocket['frames'] {
    return this.#socket.frames;
  }

  /** What that stream has brought so far. */
  events(id: number): RawEvent[] {
    return this.frames.filter((frame) => frame.id === id).flatMap(eventsIn);
  }

  types(id: number): string[] {
    return this.events(id).map(({ type }) => type);
  }

  /** The cursor that its latest event came with. */
  cursor(id: number): string {
    const cursors = this.frames.filter((frame) => frame.id === id).flatMap(({ result }) => cursorOf(result));
    return cursors.at(-1) ?? '';
  }

  isStopped(id: number): boolean {
    return this.frames.some((frame) => frame.id === id && frame.result?.type === 'stopped');
  }

  [Symbol.dispose](): void {
    this.#socket[Symbol.dispose]();
  }
}

type Frame = RawSocket['frames'][number];

function eventsIn({ result }: Frame): RawEvent[] {
  if (result?.type !== 'data') return [];
  // What is tracked comes beside its cursor.
  const data = isRecord(result.data) && isRecord(result.data.data) ? result.data.data : result.data;
  return isRecord(data) && typeof data.type === 'string' ? [{ ...data, type: data.type }] : [];
}

const cursorOf = (result: unknown): string[] =>
  isRecord(result) && typeof result.id === 'string' ? [result.id] : [];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether there is anything of that conversation in it, at whatever depth. */
export function speaksOf(conversationId: number, value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.conversationId === conversationId) return true;
  if (isRecord(value.conversation) && value.conversation.id === conversationId) return true;
  return Object.values(value).some((part) => speaksOf(conversationId, part));
}
