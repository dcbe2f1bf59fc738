import { afterPaint } from './after-paint.ts';
import { shownMessage } from './messages-region.ts';

/** From the next click to the first frame that shows a message of the conversation with that letter. */
export function timeSwitch(letter: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const watch = async (event: MouseEvent): Promise<void> => {
    for (;;) {
      const paintedAt = await afterPaint();
      if (shownMessage()?.mark.startsWith(`${letter}-`)) return resolve(paintedAt - event.timeStamp);
    }
  };
  addEventListener('click', (event) => void watch(event).catch(reject), { capture: true, once: true });
  return promise;
}
