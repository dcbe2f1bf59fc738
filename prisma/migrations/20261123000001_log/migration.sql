-- What makes the database the log: the transaction that wrote each row, and the write function.

CREATE FUNCTION mark_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;

-- Most writes to a conversation only count its messages. Followers are told of it when its own fields changed.
CREATE FUNCTION mark_conversation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed := pg_current_xact_id()::text::bigint;
  IF TG_OP = 'INSERT' OR NEW.state_version <> OLD.state_version THEN
    NEW.state_changed := NEW.changed;
  END IF;
  RETURN NEW;
END $$;

-- Whoever joined since a mark is sent the whole conversation; whose role changed since, is not.
CREATE FUNCTION mark_participant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed := pg_current_xact_id()::text::bigint;
  IF TG_OP = 'INSERT' OR NEW.join_version <> OLD.join_version THEN
    NEW.join_changed := NEW.changed;
  END IF;
  RETURN NEW;
END $$;

-- `last_seen_at` and `password_hash` are not among them: nobody is sent those, and the first is written all day.
CREATE TRIGGER mark_changed
  BEFORE INSERT OR UPDATE OF version, email, full_name, role, avatar_url, deactivated_at, erased_at ON "user"
  FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON session FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON conversation
  FOR EACH ROW EXECUTE FUNCTION mark_conversation_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON participant
  FOR EACH ROW EXECUTE FUNCTION mark_participant_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON preference FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER mark_changed BEFORE INSERT OR UPDATE ON message FOR EACH ROW EXECUTE FUNCTION mark_changed();

-- Two people of different host platforms may share an address; two passwords may not.
CREATE UNIQUE INDEX user_password_email_key ON "user" (lower(email)) WHERE password_hash IS NOT NULL;

-- People by name, in one order wherever the database was made.
CREATE INDEX user_name_idx ON "user" (full_name COLLATE "C", id) WHERE deactivated_at IS NULL;

-- What lies after a reader's mark and does not count as unread.
CREATE INDEX message_tombstone_idx ON message (conversation_id, seq) WHERE deleted_at IS NOT NULL;

-- The ids of everyone whom a message names: its sender, and who is in a system message's payload.
CREATE FUNCTION people_named(sender_id int, payload jsonb) RETURNS int[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN payload IS NULL THEN ARRAY[sender_id] ELSE sender_id || ARRAY(
    SELECT named::int FROM (
      SELECT jsonb_path_query(payload, '$.userIds[*]')
      UNION ALL SELECT payload -> 'userId' UNION ALL SELECT payload -> 'newOwnerId'
    ) AS ids (named)
    WHERE jsonb_typeof(named) = 'number'
  ) END
$$;

-- Whether the other person of this direct conversation blocked the sender. Groups know no blocks.
CREATE FUNCTION is_blocked(in_conversation_id int, by_sender_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM conversation c
    JOIN participant p ON p.conversation_id = c.id AND p.user_id <> by_sender_id
    JOIN block b ON b.blocker_id = p.user_id AND b.blocked_id = by_sender_id
    WHERE c.id = in_conversation_id AND c.type = 'direct'
  )
$$;

-- Stores sends, each exactly once, and answers with one row for each of them, in the order given.
--   outcome  'stored': `stored` is the message's current state (is_new: stored by this very call)
--            'not_found': there is no such conversation for the sender    'blocked': the other person blocked them
--   sender_read_seq  the sender's read mark afterwards
-- It gives up on a lock after 2 s, with lock_not_available.
--
-- It must stay VOLATILE plpgsql: each statement then has a snapshot of its own. The first one waits for the locks; the
-- second sees what was committed while it waited, so a removed member's message is refused and a retry finds the row
-- that won. As one statement it would judge by the snapshot from before the wait. For the same reason it answers with
-- whole rows: to the statement that calls it, they are not there yet.
CREATE FUNCTION send_messages(conversation_ids int[], sender_ids int[], client_ids uuid[], contents text[])
RETURNS TABLE (ordinal bigint, outcome text, is_new boolean, stored message, sender_read_seq int)
LANGUAGE plpgsql VOLATILE SET lock_timeout = '2s' AS $$
#variable_conflict use_column
DECLARE
  locked_at timestamptz;
BEGIN
  PERFORM 1 FROM conversation WHERE id = ANY (conversation_ids) ORDER BY id FOR NO KEY UPDATE;
  -- Read once, under the locks: times must not fall as seqs rise.
  locked_at := clock_timestamp();

  WITH wanted AS (
    SELECT i.conversation_id, i.sender_id, i.client_id, min(i.ordinal) AS ordinal,
           (array_agg(i.content ORDER BY i.ordinal))[1] AS content
    FROM unnest(conversation_ids, sender_ids, client_ids, contents) WITH ORDINALITY
      AS i (conversation_id, sender_id, client_id, content, ordinal)
    WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = i.conversation_id
                      AND m.sender_id = i.sender_id AND m.client_id = i.client_id)
    GROUP BY i.conversation_id, i.sender_id, i.client_id
  ), numbered AS (
    SELECT w.*, row_number() OVER (PARTITION BY w.conversation_id ORDER BY w.ordinal)::int AS place,
           c.last_seq, c.version, greatest(locked_at, c.last_activity_at) AS sent_at
    FROM wanted w
    JOIN conversation c ON c.id = w.conversation_id AND c.is_active
    JOIN participant p ON p.conversation_id = c.id AND p.user_id = w.sender_id AND p.left_at IS NULL
    JOIN "user" u ON u.id = w.sender_id AND u.deactivated_at IS NULL
    WHERE NOT is_blocked(c.id, w.sender_id)
  ), inserted AS (
    INSERT INTO message (conversation_id, seq, sender_id, client_id, content, created_at, version)
    SELECT conversation_id, last_seq + place, sender_id, client_id, content, sent_at, version + place
    FROM numbered ORDER BY conversation_id, place
    RETURNING conversation_id, created_at
  )
  UPDATE conversation c
  SET last_seq = c.last_seq + n.count, version = c.version + n.count, last_activity_at = n.latest
  FROM (SELECT conversation_id, count(*)::int AS count, max(created_at) AS latest FROM inserted GROUP BY 1) n
  WHERE c.id = n.conversation_id;

  PERFORM 1 FROM receipt r
  WHERE (r.conversation_id, r.user_id) IN (SELECT * FROM unnest(conversation_ids, sender_ids))
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
      FROM (SELECT DISTINCT * FROM unnest(conversation_ids, sender_ids, client_ids))
        AS i (conversation_id, sender_id, client_id)
      JOIN message m ON m.conversation_id = i.conversation_id AND m.sender_id = i.sender_id
        AND m.client_id = i.client_id AND m.changed = pg_current_xact_id()::text::bigint
      JOIN receipt r ON r.conversation_id = m.conversation_id AND r.user_id = m.sender_id
    ) o
    WHERE o.seq = o.unbroken_seq
    ORDER BY o.conversation_id, o.sender_id, o.seq DESC
  ) a
  WHERE r.conversation_id = a.conversation_id AND r.user_id = a.sender_id;

  RETURN QUERY
  SELECT i.ordinal,
         CASE WHEN m.id IS NOT NULL THEN 'stored'
              WHEN p.user_id IS NOT NULL AND is_blocked(i.conversation_id, i.sender_id) THEN 'blocked'
              ELSE 'not_found' END,
         m.changed IS NOT NULL AND m.changed = pg_current_xact_id()::text::bigint
           AND i.ordinal = min(i.ordinal) OVER (PARTITION BY i.conversation_id, i.sender_id, i.client_id),
         m, r.read_seq
  FROM unnest(conversation_ids, sender_ids, client_ids) WITH ORDINALITY
    AS i (conversation_id, sender_id, client_id, ordinal)
  LEFT JOIN message m ON m.conversation_id = i.conversation_id AND m.sender_id = i.sender_id
    AND m.client_id = i.client_id
  LEFT JOIN participant p ON p.conversation_id = i.conversation_id AND p.user_id = i.sender_id AND p.left_at IS NULL
  LEFT JOIN receipt r ON r.conversation_id = i.conversation_id AND r.user_id = i.sender_id
  ORDER BY i.ordinal;
END $$;
