-- Whether a send is stored already was looked up by its sender's index, which is smaller, and not by its key: to the planner both lead to
-- one row, and the sender's led to all that they had ever said there. It takes an index with a condition only where the query has that
-- condition, too; seqs begin at 1, so that this one leaves nothing out.
CREATE INDEX message_of_sender_idx ON message (conversation_id, sender_id, seq) WHERE seq > 0;
DROP INDEX "message_conversation_id_sender_id_seq_idx";
