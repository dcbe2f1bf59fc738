-- Somebody's conversations are read from this index alone. The one it replaces had those that they left among them, so that
-- each membership was looked up in the table.
CREATE INDEX participant_active_idx ON participant (user_id, conversation_id) WHERE left_at IS NULL;
DROP INDEX participant_user_id_conversation_id_idx;
