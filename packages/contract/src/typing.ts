import { z } from 'zod';
import { ConversationId } from './ids.ts';

export const SetTypingInput = z.object({ conversationId: ConversationId, isTyping: z.boolean() });
export type SetTypingInput = z.infer<typeof SetTypingInput>;
