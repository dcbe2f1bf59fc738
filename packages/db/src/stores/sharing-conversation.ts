import type { UserStore } from '@vibe/chat';
import { Prisma } from '../../generated/client.ts';
import { type AskStatement, toStatement } from '../statement.ts';
import { gathered } from './gathered.ts';

interface Asked {
  userId: number;
  otherIds: number[];
}

/** Of `otherIds`, those who share an active conversation with the person. Who asks at about the same time asks together. */
export function sharingConversation(askStatement: AskStatement): UserStore['sharingConversation'] {
  const ask = gathered((asked: Asked[]) => sharing(askStatement, asked), { most: 50, atOnce: 2 });
  return (userId, otherIds) => ask({ userId, otherIds: [...new Set(otherIds)] });
}

async function sharing(askStatement: AskStatement, asked: Asked[]): Promise<number[][]> {
  const pairs = asked.flatMap(({ otherIds }, index) =>
    otherIds.map((otherId) => ({ place: index + 1, otherId })),
  );
  const sql = Prisma.sql`
    WITH reader AS MATERIALIZED (
      SELECT place::int AS place, ARRAY(
        SELECT conversation_id FROM participant WHERE user_id = asked.id AND left_at IS NULL
      ) AS conversation_ids
      FROM unnest(${asked.map(({ userId }) => userId)}::int[]) WITH ORDINALITY AS asked (id, place)
    )
    SELECT pair.place, pair.other_id AS "otherId"
    FROM unnest(${pairs.map(({ place }) => place)}::int[], ${pairs.map(({ otherId }) => otherId)}::int[])
      AS pair (place, other_id)
    JOIN reader USING (place)
    CROSS JOIN LATERAL (
      -- Through the index on both columns, up to the first: never all that either of them is in.
      SELECT FROM participant
      WHERE user_id = pair.other_id AND left_at IS NULL AND conversation_id = ANY (reader.conversation_ids)
      LIMIT 1
    ) AS shared`;
  const rows = await askStatement<{ place: number; otherId: number }>(
    ...toStatement('sharing_conversation', sql),
  );
  const found = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, index) => (found.get(index + 1) ?? []).map(({ otherId }) => otherId));
}
