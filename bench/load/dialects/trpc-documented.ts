import { markedText, sendIn } from '../mark.ts';
import type { Dialect, Voice, VoiceOptions } from './dialect.ts';
import { answeredId, callFrame, isError } from './trpc-frames.ts';

/** A subscription a group, and sends over the same socket. */
export const trpcDocumented: Dialect = { path: '/', hasAnswers: true, voice };

function voice({ person, ears, say }: VoiceOptions): Voice {
  const groups = person.conversationIds;
  let lastId = groups.length;
  let started = 0;
  return {
    greet() {
      const streams = groups.map((group, index) =>
        callFrame(index + 1, 'subscription', { input: { group }, path: 'onMessage' }),
      );
      say(streams.length === 1 ? streams.join() : `[${streams.join()}]`);
    },
    send(send, group) {
      lastId += 1;
      say(callFrame(lastId, 'mutation', { input: { group, text: markedText(send) }, path: 'send' }));
    },
    hear(frame) {
      const id = answeredId(frame);
      if (id < 0 || isError(frame, id)) return ears.failed(frame.toString());
      const send = sendIn(frame);
      if (id > groups.length) return ears.acked(send);
      if (send >= 0) return ears.delivered(send);
      started += 1;
      if (started === groups.length) ears.ready();
    },
    position: () => null,
  };
}
