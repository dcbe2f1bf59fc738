import { randomUUID } from 'node:crypto';
import { markedText, sendIn } from '../mark.ts';
import type { Call, Dialect, Voice, VoiceOptions } from './dialect.ts';
import { answeredId, callFrame, isError } from './trpc-frames.ts';

/** Our server: tRPC's protocol as `wsLink` speaks it, with the streams that the React client has on its one socket. */
export const vibe: Dialect = { path: '/trpc?connectionParams=1', hasAnswers: true, voice };

function voice({ person, isListening, position, ears, say }: VoiceOptions): Voice {
  // `wsLink` gives its streams new ids at each reconnection: some clients have seen more of these than others.
  const syncId = 1 + 3 * (person.userId % 4);
  const [typingId, presenceId] = [syncId + 1, syncId + 2];
  let lastId = presenceId;
  let latest: Buffer | null = null;
  let streamsStarted = 0;
  let isCaughtUp = false;
  let isReady = false;
  const answers = new Map<number, Call['onAnswer']>();

  const greet = (): void => {
    say(JSON.stringify({ method: 'connectionParams', data: { token: person.token } }));
    if (isListening) follow();
    else ears.ready();
  };
  const follow = (): void => {
    const resumed = position === null ? {} : { lastEventId: position };
    const streams = [
      callFrame(syncId, 'subscription', { input: { cursor: null }, path: 'sync.stream', ...resumed }),
      callFrame(typingId, 'subscription', { input: {}, path: 'typing.stream' }),
      callFrame(presenceId, 'subscription', {
        input: { userIds: person.companionIds },
        path: 'presence.stream',
      }),
    ];
    say(`[${streams.join()}]`);
  };
  const hearAnswer = (id: number, frame: Buffer): void => {
    const onAnswer = answers.get(id);
    answers.delete(id);
    if (onAnswer) onAnswer(frame);
    else ears.acked(sendIn(frame));
  };
  const hearStart = (frame: Buffer): void => {
    if (frame.includes('"type":"started"')) streamsStarted += 1;
    if (frame.includes('"type":"caughtUp"')) isCaughtUp = true;
    if (frame.includes('"type":"reset"')) ears.failed('a stream was reset');
    isReady = isCaughtUp && streamsStarted === 3;
    if (isReady) ears.ready();
  };

  return {
    greet,
    send(send, conversationId) {
      lastId += 1;
      const input = { conversationId, clientId: randomUUID(), content: markedText(send) };
      say(callFrame(lastId, 'mutation', { input, path: 'message.send' }));
    },
    call({ method, path, input, onAnswer }) {
      lastId += 1;
      answers.set(lastId, onAnswer);
      say(callFrame(lastId, method, { input, path }));
    },
    hear(frame) {
      const id = answeredId(frame);
      if (id < 0 || isError(frame, id)) return ears.failed(frame.toString());
      if (id > presenceId) return hearAnswer(id, frame);
      const send = id === syncId ? sendIn(frame) : -1;
      if (id === syncId) latest = frame;
      if (send >= 0 && isCaughtUp) ears.delivered(send);
      else if (send >= 0) ears.replayed(send);
      else if (!isReady) hearStart(frame);
    },
    position: () => latest && cursorOf(latest),
  };
}

/** `{"id":4,"result":{"id":"…",…`: the id of an event is the cursor to go on from. */
function cursorOf(frame: Buffer): string {
  const { result } = JSON.parse(frame.toString());
  return String(result.id);
}
