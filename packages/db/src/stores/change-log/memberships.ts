import type { ChangeLog, Membership } from '@vibe/chat';
import type { AskStatement, Statement } from '../../statement.ts';

const statement: Statement = {
  name: 'memberships',
  text: `
    SELECT p.user_id AS "userId", p.conversation_id AS "conversationId", p.visible_from_seq AS "visibleFromSeq",
           p.version, c.version AS "conversationVersion", c.participant_count AS "participantCount"
    FROM participant p
    CROSS JOIN LATERAL (SELECT version, participant_count FROM conversation WHERE id = p.conversation_id LIMIT 1) AS c
    WHERE p.user_id = ANY ($1::int[]) AND p.left_at IS NULL`,
};

export const memberships =
  (ask: AskStatement): ChangeLog['memberships'] =>
  (userIds) =>
    ask<Membership>(statement, [userIds]);
