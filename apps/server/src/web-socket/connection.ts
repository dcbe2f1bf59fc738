import type { Connection } from '@vibe/api';
import { ChatError, type Live } from '@vibe/chat';
import { limits } from '@vibe/contract';

/** What a procedure may do with the socket that it was called over. */
export function connection(live: Live, userId: number | null, socketId: string): Connection {
  let openStreams = 0;
  return {
    setAway(isAway) {
      if (userId !== null) live.setAway(userId, socketId, isAway);
    },
    openStream() {
      if (openStreams >= limits.socketSubscriptions) {
        const message = `One connection follows at most ${limits.socketSubscriptions} streams. Stop one first.`;
        throw new ChatError('RATE_LIMITED', message);
      }
      openStreams += 1;
      let isOpen = true;
      return () => {
        if (isOpen) openStreams -= 1;
        isOpen = false;
      };
    },
  };
}
