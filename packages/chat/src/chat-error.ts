import type { ErrorCode, ErrorData } from '@vibe/contract';

/** A rule said no. The code is for programs, the message for people; neither tells what the caller may not know. */
export class ChatError extends Error {
  readonly data: ErrorData;

  constructor(code: ErrorCode, message: string, details: Omit<ErrorData, 'code'> = {}) {
    super(message);
    this.name = 'ChatError';
    this.data = { code, ...details };
  }
}

/** One answer for what is not there and for what the caller may not see. */
export const notFound = (what: string): ChatError => new ChatError('NOT_FOUND', `There is no such ${what}.`);

/** The other person of a direct conversation keeps the caller's words away. */
export const blocked = (): ChatError =>
  new ChatError('BLOCKED', 'This person does not take messages from you.');

export const forbidden = (message: string): ChatError => new ChatError('FORBIDDEN', message);

/** Worth another try, a moment later: nothing was written. */
export const busy = (cause?: unknown): ChatError =>
  Object.assign(new ChatError('BUSY', 'Too much is happening here at once. Please try again.'), { cause });

export const isBusy = (error: unknown): boolean => error instanceof ChatError && error.data.code === 'BUSY';
