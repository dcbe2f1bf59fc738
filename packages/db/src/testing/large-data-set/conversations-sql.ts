import type { HistoryClock } from './history-clock.ts';

/** Versions are given as they would have been: to the conversation, its members, its messages, what was rewritten, who left. */
export const conversationsSql = ({ at, changed }: HistoryClock): string[] => [
  `INSERT INTO conversation (id, type, name, direct_key, created_by_id, last_seq, version, state_version,
                             participant_count, created_at, last_activity_at, changed, state_changed)
   SELECT k, CASE WHEN k % 2 = 0 THEN 'direct' ELSE 'group' END::conversation_type,
     CASE WHEN k % 2 = 1 THEN 'Group ' || k END, CASE WHEN k % 2 = 0 THEN members[1] || ':' || members[2] END,
     members[1], size, 1 + member_count + size + rewritten_count + left_count, 1, member_count - left_count,
     ${at('begins')}, ${at('ends')}, ${changed('ends')}, ${changed('begins')}
   FROM plan ORDER BY k`,
  `INSERT INTO participant (conversation_id, user_id, role, joined_at, left_at, join_version, version, changed, join_changed)
   SELECT k, user_id, CASE WHEN place = 1 AND k % 2 = 1 THEN 'owner' ELSE 'member' END::participant_role, ${at('begins')},
     CASE WHEN has_left THEN ${at('ends')} END, 1 + place,
     CASE WHEN has_left THEN 1 + member_count + size + rewritten_count + 1 ELSE 1 + place END,
     ${changed('CASE WHEN has_left THEN ends ELSE begins END')}, ${changed('begins')}
   FROM plan, unnest(members) WITH ORDINALITY AS member (user_id, place),
     -- Those of known memberships stay.
     LATERAL (SELECT left_count = 1 AND place = CASE WHEN k = 1 THEN member_count ELSE 2 END AS has_left) AS l
   ORDER BY k, place`,
  // Most have read everything, or nearly so; some stopped reading somewhere.
  `INSERT INTO receipt (conversation_id, user_id, delivered_seq, delivered_at, read_seq, read_at, changed)
   SELECT k, user_id, size, ${at('ends')}, read_seq, ${at('ends')},
     ${changed('begins + (ends - begins) * read_seq / size')}
   FROM plan, unnest(members) AS user_id, LATERAL (SELECT CASE
     WHEN pg_temp.dice(k, user_id) < 0.7 THEN size
     WHEN pg_temp.dice(k, user_id) < 0.9 OR user_id <= 3 THEN greatest(0, size - floor(200 * pg_temp.dice(user_id, k))::int)
     ELSE floor(size * pg_temp.dice(user_id, k))::int END AS read_seq) AS r
   ORDER BY k, user_id`,
  `INSERT INTO preference (conversation_id, user_id, muted_until, pinned_at, changed)
   SELECT k, user_id, CASE WHEN k % 3 = 0 THEN now() + interval '1 day' END, CASE WHEN k % 3 > 0 THEN ${at('ends')} END,
     ${changed('ends')}
   FROM plan, unnest(members) AS user_id WHERE pg_temp.dice(user_id, -k) < 0.05 ORDER BY k, user_id`,
];
