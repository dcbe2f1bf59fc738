-- What `send_messages` does for one send, with the same promises. To start a statement over a batch costs more than the few short
-- ones that a single send takes: half of what it cost alone.
CREATE FUNCTION send_message(in_conversation_id int, in_sender_id int, in_client_id uuid, in_content text)
RETURNS TABLE (outcome text, is_new boolean, stored message, sender_read_seq int)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  c conversation;
  sent_at timestamptz;
  is_active boolean;
  is_refused boolean;
BEGIN
  SELECT * INTO c FROM conversation WHERE id = in_conversation_id FOR NO KEY UPDATE;
  -- Read under the lock: times must not fall as seqs rise.
  sent_at := greatest(clock_timestamp(), c.last_activity_at);

  SELECT * INTO stored FROM message m
  WHERE m.conversation_id = in_conversation_id AND m.sender_id = in_sender_id AND m.client_id = in_client_id;
  is_new := NOT FOUND;
  IF is_new THEN
    SELECT u.deactivated_at IS NULL, c.type = 'direct' AND is_blocked(c.id, p.user_id) INTO is_active, is_refused
    FROM participant p JOIN "user" u ON u.id = p.user_id
    WHERE p.conversation_id = in_conversation_id AND p.user_id = in_sender_id AND p.left_at IS NULL;
    IF is_refused OR (is_active AND c.is_active) IS NOT TRUE THEN
      outcome := CASE WHEN is_refused THEN 'blocked' ELSE 'not_found' END;
      is_new := false;
      RETURN NEXT;
      RETURN;
    END IF;

    UPDATE conversation SET last_seq = c.last_seq + 1, version = c.version + 1, last_activity_at = sent_at
    WHERE id = c.id;
    INSERT INTO message AS m (conversation_id, seq, sender_id, client_id, content, created_at, version)
    VALUES (c.id, c.last_seq + 1, in_sender_id, in_client_id, in_content, sent_at, c.version + 1)
    RETURNING m.* INTO stored;
    -- A send moves the sender's marks only where they stood just before it: whoever has not read stays so.
    UPDATE receipt r
    SET read_seq = c.last_seq + 1, read_at = sent_at,
        delivered_seq = greatest(r.delivered_seq, c.last_seq + 1), delivered_at = sent_at
    WHERE r.conversation_id = c.id AND r.user_id = in_sender_id AND r.read_seq = c.last_seq;
  END IF;
  outcome := 'stored';
  SELECT r.read_seq INTO sender_read_seq FROM receipt r
  WHERE r.conversation_id = in_conversation_id AND r.user_id = in_sender_id;
  RETURN NEXT;
END $$;

-- For one, the above. For several, members and people are looked up by key as well, whatever the planner believes of tables that
-- nothing has counted yet: it read all who had not left for each message.
CREATE OR REPLACE FUNCTION send_messages(conversation_ids int[], sender_ids int[], client_ids uuid[], contents text[])
RETURNS TABLE (ordinal bigint, outcome text, is_new boolean, stored message, sender_read_seq int)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  locked_at timestamptz;
  stored_now message[];
BEGIN
  IF cardinality(conversation_ids) = 1 THEN
    RETURN QUERY SELECT 1::bigint, s.* FROM send_message(conversation_ids[1], sender_ids[1], client_ids[1], contents[1]) AS s;
    RETURN;
  END IF;
  IF conversation_ids[1] <> ANY (conversation_ids) THEN
    PERFORM set_config('lock_timeout', '500ms', true);
  END IF;
  PERFORM 1 FROM conversation WHERE id = ANY (conversation_ids) ORDER BY id FOR NO KEY UPDATE;
  -- Read once, under the locks: times must not fall as seqs rise.
  locked_at := clock_timestamp();

  -- Scalar subqueries: the planner cannot make joins of them, which would read the whole index.
  WITH wanted AS (
    SELECT i.conversation_id, i.sender_id, i.client_id, min(i.ordinal) AS ordinal,
           (array_agg(i.content ORDER BY i.ordinal))[1] AS content
    FROM unnest(conversation_ids, sender_ids, client_ids, contents) WITH ORDINALITY
      AS i (conversation_id, sender_id, client_id, content, ordinal)
    WHERE (SELECT m.id FROM message m WHERE m.conversation_id = i.conversation_id
           AND m.sender_id = i.sender_id AND m.client_id = i.client_id LIMIT 1) IS NULL
    GROUP BY i.conversation_id, i.sender_id, i.client_id
  ), numbered AS (
    SELECT w.*, row_number() OVER (PARTITION BY w.conversation_id ORDER BY w.ordinal)::int AS place,
           c.last_seq, c.version, greatest(locked_at, c.last_activity_at) AS sent_at
    FROM wanted w
    CROSS JOIN LATERAL (SELECT * FROM conversation WHERE id = w.conversation_id AND is_active LIMIT 1) c
    WHERE (SELECT true FROM participant p
           WHERE p.conversation_id = w.conversation_id AND p.user_id = w.sender_id AND p.left_at IS NULL LIMIT 1)
      AND (SELECT true FROM "user" u WHERE u.id = w.sender_id AND u.deactivated_at IS NULL LIMIT 1)
      AND (c.type <> 'direct' OR NOT is_blocked(c.id, w.sender_id))
  ), inserted AS (
    INSERT INTO message AS m (conversation_id, seq, sender_id, client_id, content, created_at, version)
    SELECT conversation_id, last_seq + place, sender_id, client_id, content, sent_at, version + place
    FROM numbered ORDER BY conversation_id, place
    RETURNING m AS stored
  ), counted AS (
    UPDATE conversation c
    SET last_seq = c.last_seq + n.count, version = c.version + n.count, last_activity_at = n.latest
    FROM (SELECT (stored).conversation_id, count(*)::int AS count, max((stored).created_at) AS latest
          FROM inserted GROUP BY 1) n
    WHERE c.id = n.conversation_id
  )
  SELECT array_agg(stored) INTO stored_now FROM inserted;

  IF stored_now IS NOT NULL THEN
    PERFORM 1 FROM receipt r
    WHERE (r.conversation_id, r.user_id) IN (SELECT conversation_id, sender_id FROM unnest(stored_now))
    ORDER BY r.conversation_id, r.user_id FOR NO KEY UPDATE;

    -- A send moves the sender's marks only where they stood just before it: whoever has not read stays so.
    UPDATE receipt r
    SET read_seq = a.seq, read_at = a.created_at,
        delivered_seq = greatest(r.delivered_seq, a.seq), delivered_at = a.created_at
    FROM (
      SELECT DISTINCT ON (o.conversation_id, o.sender_id) o.*
      FROM (
        SELECT m.conversation_id, m.sender_id, m.seq, m.created_at, r.read_seq
               + row_number() OVER (PARTITION BY m.conversation_id, m.sender_id ORDER BY m.seq) AS unbroken_seq
        FROM unnest(stored_now) m
        JOIN receipt r ON r.conversation_id = m.conversation_id AND r.user_id = m.sender_id
      ) o
      WHERE o.seq = o.unbroken_seq
      ORDER BY o.conversation_id, o.sender_id, o.seq DESC
    ) a
    WHERE r.conversation_id = a.conversation_id AND r.user_id = a.sender_id;
  END IF;

  RETURN QUERY
  SELECT i.ordinal,
         CASE WHEN (s.stored).id IS NOT NULL THEN 'stored'
              WHEN (SELECT is_blocked(p.conversation_id, p.user_id) FROM participant p
                    WHERE p.conversation_id = i.conversation_id AND p.user_id = i.sender_id
                      AND p.left_at IS NULL) THEN 'blocked'
              ELSE 'not_found' END,
         n.id IS NOT NULL
           AND i.ordinal = min(i.ordinal) OVER (PARTITION BY i.conversation_id, i.sender_id, i.client_id),
         s.stored, r.read_seq
  FROM unnest(conversation_ids, sender_ids, client_ids) WITH ORDINALITY
    AS i (conversation_id, sender_id, client_id, ordinal)
  LEFT JOIN unnest(stored_now) n
    ON n.conversation_id = i.conversation_id AND n.sender_id = i.sender_id AND n.client_id = i.client_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN n.id IS NOT NULL THEN n ELSE (
      SELECT m FROM message m WHERE m.conversation_id = i.conversation_id AND m.sender_id = i.sender_id
        AND m.client_id = i.client_id) END AS stored
  ) s
  LEFT JOIN receipt r ON r.conversation_id = i.conversation_id AND r.user_id = i.sender_id
  ORDER BY i.ordinal;
END $$;
