-- A name is found by any part of it. Without this, a part that few have, or nobody, is looked for in every row. Parts of
-- fewer than three letters still are.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX user_name_part_idx ON "user" USING gin (full_name gin_trgm_ops) WHERE deactivated_at IS NULL;

-- Whether the other person of this direct conversation blocked the sender. Groups know no blocks. Each step by its key: the
-- planner read all blocks there are, in every send, to join them. A direct conversation has two members, and loses neither.
CREATE OR REPLACE FUNCTION is_blocked(in_conversation_id int, by_sender_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (SELECT id FROM conversation WHERE id = in_conversation_id AND type = 'direct' LIMIT 1) AS c
    CROSS JOIN LATERAL (
      SELECT user_id FROM participant WHERE conversation_id = c.id AND user_id <> by_sender_id LIMIT 1
    ) AS p
    CROSS JOIN LATERAL (
      SELECT FROM block WHERE blocker_id = p.user_id AND blocked_id = by_sender_id LIMIT 1
    ) AS b
  )
$$;
