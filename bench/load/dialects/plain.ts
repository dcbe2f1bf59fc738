import { markedText, sendIn } from '../mark.ts';
import type { Dialect, Voice, VoiceOptions } from './dialect.ts';

/** The bare servers of `bench/references`. */
export const plain: Dialect = { path: '/', hasAnswers: false, voice };

function voice({ person, position, ears, say }: VoiceOptions): Voice {
  let latest: Buffer | null = null;
  return {
    greet() {
      const resumed = position === null ? {} : { after: Number(position) };
      say(JSON.stringify({ join: person.conversationIds, ...resumed }));
    },
    send(send, conversationId) {
      say(JSON.stringify({ to: conversationId, text: markedText(send) }));
    },
    hear(frame) {
      const send = sendIn(frame);
      if (send < 0) return ears.ready();
      latest = frame;
      ears.delivered(send);
    },
    // Ids begin at 1.
    position: () => (latest ? String(JSON.parse(latest.toString()).id) : '0'),
  };
}
