import { createHash } from 'node:crypto';

/**
 * The `clientId` of the answer to a message: always the same, so that answering twice stores one. That is all it takes
 * for the bot to be killed at any moment. A UUID of version 8 (RFC 9562), from a hash.
 */
export function answerId(messageId: number): string {
  const hash = createHash('sha256').update(`answer to ${messageId}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
