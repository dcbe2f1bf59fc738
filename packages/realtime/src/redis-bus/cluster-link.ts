import { Cluster } from 'ioredis';
import { type LinkEvents, linkOptions, type RedisLink } from './link.ts';

/** Each channel belongs to a shard, and only that one carries it: more shards carry more. */
export async function openClusterLink(url: string, events: LinkEvents): Promise<RedisLink> {
  const { retryStrategy: _, enableOfflineQueue, lazyConnect, ...redisOptions } = linkOptions;
  const { hostname, port, protocol, username, password } = new URL(url);
  const cluster = new Cluster([{ host: hostname, port: Number(port || 6379) }], {
    lazyConnect,
    enableOfflineQueue,
    shardedSubscribers: true,
    clusterRetryStrategy: () => null,
    slotsRefreshTimeout: linkOptions.socketTimeout,
    redisOptions: {
      ...redisOptions,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  });
  const close = () => cluster.disconnect();
  events.signal.addEventListener('abort', close);
  cluster.on('error', () => {});
  await connected(cluster);
  cluster.on('smessage', (_channel: string, text: string) => events.heard(text));
  cluster.on('end', () => events.ended(new Error('Redis Cluster closed the connection')));
  return {
    publish: (channel, text) => cluster.spublish(channel, text),
    // One command for each: they are in different slots.
    join: (channels) => Promise.all(channels.map((channel) => cluster.ssubscribe(channel))),
    leave: (channel) => cluster.sunsubscribe(channel),
    close,
  };
}

/** The driver's own promise stays open when the cluster turns out not to be ready. */
async function connected(cluster: Cluster): Promise<void> {
  const ended = Promise.withResolvers<never>();
  cluster.once('end', () => ended.reject(new Error('the Redis Cluster is not ready')));
  await Promise.race([cluster.connect(), ended.promise]);
}
