import { once } from 'node:events';
import { createServer } from 'node:http';

/** What is counted: by this process, or by several together. */
export interface Counted {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/**
 * Serves what is counted at `/metrics`, at an address of its own: it is for those who run this, not for those who chat.
 * Disposing of it ends that.
 */
export async function serveMetrics(
  counted: Counted,
  address: { host: string; port: number },
): Promise<AsyncDisposable & { port: number }> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const body = await counted.metrics();
    response.writeHead(200, { 'content-type': counted.contentType }).end(body);
  });
  server.listen(address.port, address.host);
  await once(server, 'listening');
  const bound = server.address();
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : address.port,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
