import type { AnyCall } from '../call.ts';
import type { RowName } from '../matrix.ts';
import { authCalls } from './auth.ts';
import { conversationCalls } from './conversation.ts';
import { presenceCalls, receiptCalls, syncCalls, typingCalls } from './live.ts';
import { messageCalls } from './message.ts';
import { reportCalls } from './report.ts';
import { userCalls } from './user.ts';

/** How each row of the matrix is called. */
export const calls: Record<RowName, AnyCall> = {
  ...authCalls,
  ...userCalls,
  ...conversationCalls,
  ...messageCalls,
  ...reportCalls,
  ...receiptCalls,
  ...typingCalls,
  ...presenceCalls,
  ...syncCalls,
};
