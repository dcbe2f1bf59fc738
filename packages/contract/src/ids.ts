import { z } from 'zod';

/** Conversation and user ids are 32-bit in the database; a larger number names nothing. */
const id = (label: string, max: number) =>
  z
    .int({ error: `${label} must be a whole number` })
    .min(1, `${label} must be at least 1`)
    .max(max, `${label} must be at most ${max}`);

export const UserId = id('userId', 2 ** 31 - 1);
export const ConversationId = id('conversationId', 2 ** 31 - 1);
export const MessageId = id('messageId', Number.MAX_SAFE_INTEGER);
/** A message's place in its conversation, from 1, without holes. 0 stands before the first. */
export const Seq = z
  .int({ error: 'seq must be a whole number' })
  .min(0, 'seq must be at least 0')
  .max(2 ** 31 - 1, 'seq is out of range');
/** The conversation's version that wrote the state of a row. */
export const Version = z
  .int({ error: 'version must be a whole number' })
  .min(1, 'version must be at least 1')
  .max(2 ** 31 - 1, 'version is out of range');
/** Made by the client for each send; a retry carries the same one. */
export const ClientId = z.uuid({ error: 'clientId must be a UUID' });
