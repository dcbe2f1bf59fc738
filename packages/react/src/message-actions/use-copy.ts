import type { Message } from '@vibe/contract';
import { useChatContext } from '../provider/use-chat.ts';
import { copyText } from './copy-text.ts';

/** Copies a message, or its address, and says so. */
export function useCopy(say: (words: string) => void) {
  const { linkTo, text } = useChatContext();
  const copy = (copied: string, done: string): void => {
    copyText(copied).then(
      () => say(done),
      () => say(text.actions.notCopied),
    );
  };
  return {
    text: ({ content }: Message) => copy(content ?? '', text.actions.copied),
    link({ conversationId, seq }: Message) {
      if (linkTo) copy(linkTo({ conversationId, seq }), text.actions.linkCopied);
    },
  };
}
