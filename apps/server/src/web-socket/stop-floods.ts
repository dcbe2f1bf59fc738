import { closeCodes } from '@vibe/contract';
import type { WebSocket } from 'ws';
import type { Rates } from '../limits/rate-limits.ts';

/** Counts frames, whatever is in them: those that reach no procedure are counted nowhere else. */
export function stopFloods(socket: WebSocket, { points, seconds }: Rates['callsPerAddress']): void {
  let frames = 0;
  let windowEndsAt = 0;
  socket.on('message', () => {
    const now = performance.now();
    if (now >= windowEndsAt) {
      frames = 0;
      windowEndsAt = now + seconds * 1000;
    }
    frames += 1;
    if (frames > points) socket.close(closeCodes.rateLimited, 'Too many messages. Wait, then connect again.');
  });
}
