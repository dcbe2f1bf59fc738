import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** For whoever comes to an instance that is going: the balancer knows another one by then. */
const retryAfterSeconds = 1;

/** Answers an upgrade with plain HTTP, so that whoever looks at it sees why. */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  const body = `${reason}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    ...(status === 503 ? [`Retry-After: ${retryAfterSeconds}`] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
