import type { ProcessLink } from '@vibe/realtime';
import { noticeMessage, readNotice } from './notice-message.ts';

/** A worker's way to the others, through the process that started them all. */
export const parentLink: ProcessLink = {
  get isConnected() {
    return process.connected;
  },
  send: (text) =>
    new Promise((resolve, reject) => {
      const sent = (error: Error | null) => (error ? reject(error) : resolve());
      process.send?.(noticeMessage(text), undefined, undefined, sent);
    }),
  listen(hear) {
    process.on('message', (message) => {
      const text = readNotice(message);
      if (text !== null) hear(text);
    });
  },
};
