import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that systems hand out, to outgoing connections as to whoever asks for any port: one of these could take it before
 * the program that it is for is up, or while that is down.
 */
const [lowest, beyond] = [10_240, 22_768];
/** A node of a Redis Cluster also takes the port so far above its own, which lies below those as well. */
const redisBusOffset = 10_000;

/** A port that nobody listens on now, nor on the one 10,000 above it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, beyond);
    if ((await isFree(port)) && (await isFree(port + redisBusOffset))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
