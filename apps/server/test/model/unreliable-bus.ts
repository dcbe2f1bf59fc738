import type { Bus } from '@vibe/chat';

/** Longer than a hub waits for what is missing. */
const lateMs = 40;

/** A bus that does all it may: of every five notices two are lost, one comes twice and one too late. */
export function unreliableBus(inner: Bus): Bus {
  let notices = 0;
  return {
    publish(notice) {
      notices += 1;
      switch (notices % 5) {
        case 0:
        case 3:
          break;
        case 1:
          setTimeout(() => inner.publish(notice), lateMs).unref();
          break;
        case 2:
          inner.publish(notice);
          inner.publish(notice);
          break;
        default:
          inner.publish(notice);
      }
    },
    subscribe: inner.subscribe,
    follow: inner.follow,
    isConnected: true,
  };
}
