import { wait } from '../wait.ts';

/** How long whoever has something may take to answer that they are there. */
const answerMs = 5_000;
/** So many questions without an answer, one after the other: a page that was asleep may miss the first. */
const maxUnanswered = 2;

/** Lets those who wait for something know whether its holder is still there. */
export interface RollCall {
  /** From now on this one answers for the holder. */
  answer(): void;
  /** Asks until there is no answer: true then; false when the signal is aborted before. */
  isHolderGone(signal: AbortSignal): Promise<boolean>;
  close(): void;
}

/** @param name Of what is held. */
export function createRollCall(name: string): RollCall {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${name} roll`) : null;
  let isHolder = false;
  let isAnswered = false;
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === 'here') isAnswered = true;
      else if (isHolder) channel.postMessage('here');
    };
  }
  return {
    answer() {
      isHolder = true;
    },
    async isHolderGone(signal) {
      // Nobody can be asked: the holder has it for as long as it lives.
      if (!channel) return false;
      for (let unanswered = 0; unanswered < maxUnanswered && !signal.aborted; ) {
        isAnswered = false;
        channel.postMessage('who?');
        await wait(answerMs, signal);
        unanswered = isAnswered ? 0 : unanswered + 1;
      }
      return !signal.aborted;
    },
    close: () => channel?.close(),
  };
}
