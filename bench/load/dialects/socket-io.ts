import { markedText, sendIn } from '../mark.ts';
import type { Dialect, Voice, VoiceOptions } from './dialect.ts';

/** Engine.IO 4 and Socket.IO 5, as far as a client needs them that begins with the WebSocket. */
export const socketIo: Dialect = { path: '/socket.io/?EIO=4&transport=websocket', hasAnswers: true, voice };

const [open, ping, message] = ['0', '2', '4'].map((digit) => digit.charCodeAt(0));
const [connected, event, answer] = ['0', '2', '3'].map((digit) => digit.charCodeAt(0));

function voice({ person, ears, say }: VoiceOptions): Voice {
  let isReady = false;
  let lastId = 0;
  const ofSend = new Map<string, number>();

  const hearAnswer = (frame: Buffer): void => {
    const id = frame.toString('latin1', 2, frame.indexOf('['));
    const send = ofSend.get(id);
    ofSend.delete(id);
    if (send === undefined) ears.failed(frame.toString());
    else ears.acked(send);
  };
  /** The first answer is the one to `join`. */
  const hearFirstAnswer = (): void => {
    isReady = true;
    ears.ready();
  };

  return {
    greet() {},
    send(send, group) {
      lastId += 1;
      ofSend.set(`${lastId}`, send);
      say(`42${lastId}${JSON.stringify(['send', group, markedText(send)])}`);
    },
    hear(frame) {
      const [type, kind] = frame;
      if (type === open) say('40');
      else if (type === ping) say('3');
      else if (type === message && kind === connected)
        say(`420${JSON.stringify(['join', person.conversationIds])}`);
      else if (type === message && kind === event) ears.delivered(sendIn(frame));
      else if (type === message && kind === answer && !isReady) hearFirstAnswer();
      else if (type === message && kind === answer) hearAnswer(frame);
      else ears.failed(frame.toString());
    },
    position: () => null,
  };
}
