import { ChatError } from '@vibe/chat';

/** An opaque page key of a few whole numbers. */
export const encodePageKey = (...parts: number[]): string =>
  Buffer.from(parts.join('.')).toString('base64url');

/** Numbers from 0 on. @throws {ChatError} `BAD_INPUT` when it is not a key of that many. */
export function decodePageKey(key: string, length: number): number[] {
  const parts = Buffer.from(key, 'base64url').toString().split('.').map(Number);
  if (parts.length === length && parts.every(isCount) && encodePageKey(...parts) === key) {
    return parts;
  }
  const message = 'after is not a key that a page gave';
  throw new ChatError('BAD_INPUT', message, { fields: { after: message } });
}

const isCount = (part: number): boolean => Number.isSafeInteger(part) && part >= 0;
