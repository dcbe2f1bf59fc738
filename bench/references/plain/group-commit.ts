import type pg from 'pg';

export interface NewMessage {
  group: number;
  text: string;
}

export interface StoredMessage extends NewMessage {
  id: number;
  sentAt: number;
}

/** What comes while a write is under way goes together in the next one. */
export function groupCommit(
  pool: pg.Pool,
  onStored: (message: StoredMessage) => void,
): (message: NewMessage) => void {
  let waiting: NewMessage[] = [];
  let isWriting = false;

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      for (const message of await insertMessages(pool, batch)) onStored(message);
    }
    isWriting = false;
  };
  return (message) => {
    waiting.push(message);
    if (!isWriting) void writeAll();
  };
}

/** One statement, prepared once a connection. Ids come in the order of the rows. */
export async function insertMessages(
  pool: Pick<pg.Pool, 'query'>,
  batch: readonly NewMessage[],
): Promise<StoredMessage[]> {
  const sentAt = Date.now();
  const { rows } = await pool.query<{ id: string }>({
    name: 'insert messages',
    text: `INSERT INTO message (group_id, text, sent_at)
           SELECT group_id, text, $3 FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS m (group_id, text, place)
           ORDER BY place RETURNING id`,
    values: [batch.map(({ group }) => group), batch.map(({ text }) => text), new Date(sentAt)],
  });
  return batch.map((message, index) => ({ ...message, id: Number(rows[index]?.id), sentAt }));
}
