import { Redis } from 'ioredis';
import { openClusterLink } from './cluster-link.ts';
import { type LinkEvents, linkOptions, type RedisLink } from './link.ts';

/**
 * Rejects, in bounded time, when Redis is not there, hangs, or refuses us. A Redis Cluster is recognised, and then spoken to
 * in sharded channels.
 */
export async function openRedisLink(url: string, events: LinkEvents): Promise<RedisLink> {
  const commands = new Redis(url, linkOptions);
  const listener = commands.duplicate();
  const close = () => {
    for (const client of [commands, listener]) client.disconnect();
  };
  events.signal.addEventListener('abort', close);
  try {
    await connect(commands);
    if (/cluster_enabled:1/.test(await commands.info('cluster'))) {
      close();
      return await openClusterLink(url, events);
    }
    await connect(listener);
  } catch (error) {
    close();
    throw withoutCommand(error);
  }
  listener.on('message', (_channel, text) => events.heard(text));
  for (const client of [commands, listener]) {
    client.on('end', () => events.ended(new Error('Redis closed the connection')));
  }
  return {
    publish: (channel, text) => commands.publish(channel, text),
    join: (channels) => listener.subscribe(...channels),
    leave: (channel) => listener.unsubscribe(channel),
    close,
  };
}

/** What is wrong is told by an event; the call itself only says that it did not succeed. */
async function connect(client: Redis): Promise<void> {
  let reason: unknown;
  client.on('error', (error) => {
    reason ??= error;
  });
  await client.connect().catch((error: unknown) => {
    throw reason ?? error;
  });
}

/** The driver's errors carry the command that failed; for AUTH that is the password, which must not get into a log. */
const withoutCommand = (error: unknown): Error =>
  new Error(error instanceof Error ? error.message : String(error));
