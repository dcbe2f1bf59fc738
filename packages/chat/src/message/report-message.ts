import type { ReportMessageInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** Puts a message on the platform admins' list. Reporting it again changes nothing. @throws `NOT_FOUND` */
export async function reportMessage(
  deps: ChatDeps,
  caller: Caller,
  input: ReportMessageInput,
): Promise<void> {
  const isReported = await deps.messages.report(caller.userId, input.messageId, input.reason);
  if (!isReported) throw notFound('message');
}
