import pg from 'pg';

/** Writes down, in the transaction of each write, what the row was after it: what the product itself does not keep. */
const triggers = `
  CREATE SCHEMA audit;
  CREATE TABLE audit.message (at bigserial, conversation_id int, seq int, version int, sender_id int, content text, is_deleted boolean);
  CREATE TABLE audit.participant (at bigserial, conversation_id int, user_id int, join_version int, version int, is_active boolean,
    visible_from_seq int);
  CREATE TABLE audit.receipt (at bigserial, conversation_id int, user_id int, delivered_seq int, read_seq int);
  CREATE TABLE audit.head (at bigserial, conversation_id int, state_version int);
  CREATE FUNCTION audit.of_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit.message (conversation_id, seq, version, sender_id, content, is_deleted)
    VALUES (NEW.conversation_id, NEW.seq, NEW.version, NEW.sender_id, NEW.content, NEW.deleted_at IS NOT NULL);
    RETURN NULL; END $$;
  CREATE FUNCTION audit.of_participant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit.participant (conversation_id, user_id, join_version, version, is_active, visible_from_seq)
    VALUES (NEW.conversation_id, NEW.user_id, NEW.join_version, NEW.version, NEW.left_at IS NULL, NEW.visible_from_seq);
    RETURN NULL; END $$;
  CREATE FUNCTION audit.of_receipt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit.receipt (conversation_id, user_id, delivered_seq, read_seq)
    VALUES (NEW.conversation_id, NEW.user_id, NEW.delivered_seq, NEW.read_seq);
    RETURN NULL; END $$;
  CREATE FUNCTION audit.of_head() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit.head (conversation_id, state_version) VALUES (NEW.id, NEW.state_version);
    RETURN NULL; END $$;
  CREATE TRIGGER audit AFTER INSERT OR UPDATE ON message FOR EACH ROW EXECUTE FUNCTION audit.of_message();
  CREATE TRIGGER audit AFTER INSERT OR UPDATE ON participant FOR EACH ROW EXECUTE FUNCTION audit.of_participant();
  CREATE TRIGGER audit AFTER INSERT OR UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION audit.of_receipt();
  CREATE TRIGGER audit_new AFTER INSERT ON conversation FOR EACH ROW EXECUTE FUNCTION audit.of_head();
  CREATE TRIGGER audit AFTER UPDATE ON conversation FOR EACH ROW
    WHEN (NEW.state_version <> OLD.state_version) EXECUTE FUNCTION audit.of_head();`;

/** To be called once, on a migrated database in which nobody has written anything yet. */
export async function keepAudit(connectionString: string): Promise<void> {
  await query(connectionString, triggers);
}

/** Of a database that may have been restarted since the last call: each call has a connection of its own. */
export async function query<Row>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
