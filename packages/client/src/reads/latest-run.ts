import type { Message } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { runAt } from './run-at.ts';

/** `runAt` the end: its messages. */
export const latestRun = (known: ConversationState): readonly Message[] => runAt(known, 'end').messages;

/** `runAt` the end: whether there is something before it that the person may see. */
export const hasOlder = (known: ConversationState): boolean => runAt(known, 'end').hasOlder;
