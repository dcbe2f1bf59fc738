-- Raises read and delivered marks, those of one member merged by maximum, and answers with one row for each, in the order given.
--   marked       the member's receipt as it is now; null for whoever is not an active member
--   is_advanced  this very call raised it: told by the first of a member's marks
-- It gives up on a receipt that others hold after 2 s, with lock_not_available; of several conversations none waits for
-- another's longer than 0.5 s: its caller then tries each alone. It takes no lock of the conversation. It reads by index
-- whatever the planner believes: the plans of a session are made while tables are small, and stay.
--
-- VOLATILE plpgsql, as `send_messages` is, and for the same reason: what is compared and answered is what was committed
-- while the first statement waited. A mark that waits for a higher one answers with the higher.
CREATE FUNCTION mark_receipts(conversation_ids int[], user_ids int[], delivered_seqs int[], read_seqs int[])
RETURNS TABLE (
  ordinal bigint, is_advanced boolean, marked receipt, conversation_version int, participant_count int
)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  IF conversation_ids[1] <> ANY (conversation_ids) THEN
    PERFORM set_config('lock_timeout', '500ms', true);
  END IF;
  -- Only what may rise, and not yet clamped: the next statement writes no row that is not locked here, in this order.
  PERFORM 1
  FROM (
    SELECT conversation_id, user_id, max(delivered_seq) AS delivered_seq, max(read_seq) AS read_seq
    FROM unnest(conversation_ids, user_ids, delivered_seqs, read_seqs)
      AS i (conversation_id, user_id, delivered_seq, read_seq)
    GROUP BY 1, 2
  ) w
  JOIN receipt r ON r.conversation_id = w.conversation_id AND r.user_id = w.user_id
  JOIN participant p ON p.conversation_id = w.conversation_id AND p.user_id = w.user_id AND p.left_at IS NULL
  WHERE w.delivered_seq > r.delivered_seq OR w.read_seq > r.read_seq
  ORDER BY r.conversation_id, r.user_id FOR NO KEY UPDATE OF r;

  UPDATE receipt r
  SET delivered_seq = greatest(r.delivered_seq, w.delivered_seq),
      delivered_at = CASE WHEN w.delivered_seq > r.delivered_seq THEN clock_timestamp() ELSE r.delivered_at END,
      read_seq = greatest(r.read_seq, w.read_seq),
      read_at = CASE WHEN w.read_seq > r.read_seq THEN clock_timestamp() ELSE r.read_at END
  FROM (
    SELECT i.conversation_id, i.user_id, least(max(i.delivered_seq), c.last_seq) AS delivered_seq,
           least(max(i.read_seq), c.last_seq) AS read_seq
    FROM unnest(conversation_ids, user_ids, delivered_seqs, read_seqs)
      AS i (conversation_id, user_id, delivered_seq, read_seq)
    JOIN conversation c ON c.id = i.conversation_id
    JOIN participant p ON p.conversation_id = i.conversation_id AND p.user_id = i.user_id AND p.left_at IS NULL
    GROUP BY i.conversation_id, i.user_id, c.last_seq
  ) w
  WHERE r.conversation_id = w.conversation_id AND r.user_id = w.user_id
    AND (w.delivered_seq > r.delivered_seq OR w.read_seq > r.read_seq);

  RETURN QUERY
  SELECT i.ordinal,
         coalesce(r.changed = pg_current_xact_id_if_assigned()::text::bigint, false)
           AND i.ordinal = min(i.ordinal) OVER (PARTITION BY i.conversation_id, i.user_id),
         r, c.version, c.participant_count
  FROM unnest(conversation_ids, user_ids) WITH ORDINALITY AS i (conversation_id, user_id, ordinal)
  LEFT JOIN (
    participant p
    JOIN conversation c ON c.id = p.conversation_id
    JOIN receipt r ON r.conversation_id = p.conversation_id AND r.user_id = p.user_id
  ) ON p.conversation_id = i.conversation_id AND p.user_id = i.user_id AND p.left_at IS NULL
  ORDER BY i.ordinal;
END $$;
