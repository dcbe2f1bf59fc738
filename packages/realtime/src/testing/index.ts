export { ensureRedis } from './ensure-redis.ts';
export { randomFrom } from './random.ts';
export { type RedisServer, startRedis } from './start-redis.ts';
export { type RedisCluster, startRedisCluster } from './start-redis-cluster.ts';
