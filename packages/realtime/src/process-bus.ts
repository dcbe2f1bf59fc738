import { randomUUID } from 'node:crypto';
import type { Bus } from '@vibe/chat';
import { readEnvelope, seal } from './envelope.ts';
import type { Log } from './log.ts';
import { memoryBus } from './memory-bus.ts';
import { SendWindow } from './send-window.ts';

/** The way to other processes of the same machine: what one sends, all others hear. */
export interface ProcessLink {
  readonly isConnected: boolean;
  /** Resolves when it has left this process; rejects where it cannot. */
  send(text: string): Promise<void>;
  listen(hear: (text: string) => void): void;
}

export interface ProcessBus extends Bus {
  /** Notices that were not sent to the other processes, since they were away or slow. */
  readonly dropped: number;
}

/** The bus of several processes of one machine that have no Redis between them. */
export function processBus(link: ProcessLink, log: Log): ProcessBus {
  const local = memoryBus();
  const origin = randomUUID();
  const window = new SendWindow();
  let dropped = 0;
  link.listen((text) => {
    try {
      const notice = readEnvelope(text)?.open();
      if (notice) local.publish(notice);
    } catch (error) {
      log('a notice could not be read', error);
    }
  });
  return {
    ...local,
    get dropped() {
      return dropped;
    },
    get isConnected() {
      return link.isConnected;
    },
    publish(notice) {
      local.publish(notice);
      const { text } = seal(origin, notice);
      if (!link.isConnected || !window.offer(text, () => link.send(text))) dropped += 1;
    },
  };
}
