import type { ConversationStore, Standing } from '@vibe/chat';
import type { AskStatement, Statement } from '../../statement.ts';

const statement: Statement = {
  name: 'standing',
  text: `
    SELECT c.participant_count AS "participantCount", is_blocked(c.id, p.user_id) AS "isBlocked"
    FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE p.conversation_id = $1 AND p.user_id = $2 AND p.left_at IS NULL`,
};

export const standing =
  (ask: AskStatement): ConversationStore['standing'] =>
  async (userId, conversationId) => {
    const [row] = await ask<Standing>(statement, [conversationId, userId]);
    return row ?? null;
  };
