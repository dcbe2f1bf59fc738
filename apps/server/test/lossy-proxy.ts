import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface LossyProxy extends AsyncDisposable {
  url: string;
  /** Resolves when a call was lost, on its way there or on its way back. */
  lost: Promise<void>;
}

/**
 * Stands before a server, and loses one call: the first that the body of which has that text. `where`: before the server
 * hears of it, or once it has done it. Whoever called hears nothing.
 */
export async function openLossyProxy(
  target: string,
  { text, where }: { text: string; where: 'request' | 'answer' },
): Promise<LossyProxy> {
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const upstream = new URL(target);

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const isLost = body.includes(text);
    if (isLost && where === 'request') return lose();
    const { method = 'GET', url = '/', headers } = request;
    const answer = await fetch(new URL(url, target), {
      method,
      headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' && !hopByHop.has(name) ? [[name, value]] : [],
      ),
      ...(method !== 'GET' && { body: new Uint8Array(body) }),
    });
    const content = await answer.text();
    if (isLost) return lose();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(content);
  };

  const proxy = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  proxy.on('upgrade', ({ url, rawHeaders }, socket, head) => {
    const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
    const there = connect(Number(upstream.port), upstream.hostname, () => {
      there.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    for (const end of [there, socket]) end.on('error', () => [there, socket].map((each) => each.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    lost,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

const hopByHop = new Set(['connection', 'host', 'content-length', 'transfer-encoding']);
