import type { HistoryClock } from './history-clock.ts';

const words =
  'we moved the session to eight since the hall is closed on monday and bring your own mat please it will be outside ' +
  'if the weather holds otherwise we meet in the small room next to the pool as last week thanks everybody see you there';

/** Rank among the rewritten ones of its conversation; odd ones were edited, even ones deleted. */
const rewrittenRank = `CASE WHEN seq % 50 = 7 THEN (seq + 43) / 50 END`;

/** In the order in which one conversation after the other is read; a group begins with its announcement. */
export const messagesSql = ({ at, changed }: HistoryClock): string[] => [
  `INSERT INTO message (conversation_id, seq, sender_id, client_id, kind, content, payload, created_at, edited_at, deleted_at,
                        version, changed)
   SELECT k, seq, members[1 + floor(member_count * pg_temp.dice(k, seq))::int], gen_random_uuid(),
     CASE WHEN is_first THEN 'system' ELSE 'text' END::message_kind,
     CASE WHEN NOT is_first AND NOT is_deleted
       THEN substr('${words}', 1 + floor(100 * pg_temp.dice(seq, k))::int, 8 + floor(120 * pg_temp.dice(-seq, k) ^ 2)::int) END,
     CASE WHEN is_first THEN jsonb_build_object('type', 'group.created', 'name', 'Group ' || k) END,
     ${at('part')}, CASE WHEN is_edited THEN ${at('rewritten_part')} END, CASE WHEN is_deleted THEN ${at('rewritten_part')} END,
     1 + member_count + coalesce(size + rank, seq), ${changed('CASE WHEN rank IS NULL THEN part ELSE rewritten_part END')}
   FROM plan, generate_series(1, size) AS seq,
     LATERAL (SELECT begins + (ends - begins) * seq / size AS part, ${rewrittenRank} AS rank) AS r,
     LATERAL (SELECT least(ends, part + 0.001) AS rewritten_part, seq = 1 AND k % 2 = 1 AS is_first,
       coalesce(rank % 2 = 1, FALSE) AS is_edited, coalesce(rank % 2 = 0, FALSE) AS is_deleted) AS s
   ORDER BY k, seq`,
  `INSERT INTO report (message_id, reporter_id, reason, content)
   SELECT id, 1, 'spam', content FROM message WHERE conversation_id = 1 AND seq % 100 = 0`,
];
