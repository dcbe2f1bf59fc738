import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Random } from '../random.ts';
import { isPublished, splitFrames } from './resp-frames.ts';

/** How ill the instances hear each other. */
export interface Hearing {
  /** Of what is published: how much is not heard, of each instance by itself. */
  lostShare: number;
  /** Of what is heard: how long it takes at most. What is published later may be heard earlier. */
  lateMs: number;
}

/** The way from the instances to Redis. It understands what Redis says, and loses whole notices. For `await using`. */
export interface RedisLine extends AsyncDisposable {
  url: string;
  hearing: Hearing;
  readonly counts: { heard: number; lost: number; late: number };
}

export async function openRedisLine(port: number, random: Random): Promise<RedisLine> {
  const counts = { heard: 0, lost: 0, late: 0 };
  const sockets = new Set<Socket>();
  const line = { hearing: { lostShare: 0, lateMs: 0 }, counts };

  const tell = (instance: Socket, frame: Buffer): void => {
    if (!isPublished(frame)) return void instance.write(frame);
    const { lostShare, lateMs } = line.hearing;
    if (random.isLikely(lostShare)) {
      counts.lost += 1;
      return;
    }
    counts.heard += 1;
    if (lateMs === 0) return void instance.write(frame);
    counts.late += 1;
    setTimeout(() => instance.writable && instance.write(frame), random.between(0, lateMs));
  };
  const server = createServer((instance) => {
    const redis = connect(port, '127.0.0.1');
    let rest: Buffer = Buffer.alloc(0);
    instance.pipe(redis);
    redis.on('data', (data) => {
      const split = splitFrames(Buffer.concat([rest, data]));
      rest = split.rest;
      for (const frame of split.frames) tell(instance, frame);
    });
    for (const socket of [instance, redis]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        instance.destroy();
        redis.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const ownPort = address !== null && typeof address === 'object' ? address.port : 0;
  return Object.assign(line, {
    url: `redis://127.0.0.1:${ownPort}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
}
