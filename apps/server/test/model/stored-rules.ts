import type { Person } from './person.ts';
import type { World } from './world.ts';

interface Broken {
  rule: string;
}

/** What P3, P4, P8 and P10 forbid, of what the database holds of this world; in words. */
export async function brokenInStore(world: World): Promise<string[]> {
  const userIds = world.people.map(({ caller }) => caller.userId);
  const rows = await world.stage.query<Broken>(sql, [userIds]);
  return [...rows.map(({ rule }) => rule), ...versionsMissing(world), ...(await miscounted(world))];
}

const sql = `
  WITH mine AS (
    SELECT c.* FROM conversation c
    WHERE EXISTS (SELECT FROM participant p WHERE p.conversation_id = c.id AND p.user_id = ANY ($1::int[]))
  ), stored AS (
    SELECT m.*, lag(m.created_at) OVER (PARTITION BY m.conversation_id ORDER BY m.seq) AS before
    FROM mine JOIN message m ON m.conversation_id = mine.id
  ), versions AS (
    SELECT id, state_version AS version FROM mine
    UNION ALL SELECT p.conversation_id, p.version FROM mine JOIN participant p ON p.conversation_id = mine.id
    UNION ALL SELECT conversation_id, version FROM stored
  )
  SELECT format('P3: conversation %s has %s messages up to %s, ends at %s', mine.id, count(s.id), max(s.seq), last_seq) AS rule
  FROM mine LEFT JOIN stored s ON s.conversation_id = mine.id GROUP BY mine.id, last_seq
  HAVING count(s.id) <> last_seq OR coalesce(max(s.seq), 0) <> last_seq OR coalesce(min(s.seq), 1) <> 1
  UNION ALL
  SELECT format('P3: message %s of conversation %s is older than the one before it', seq, conversation_id)
  FROM stored WHERE created_at < before
  UNION ALL
  SELECT format('P4: conversation %s is at version %s, its rows at %s', mine.id, mine.version, max(v.version))
  FROM mine JOIN versions v USING (id) GROUP BY mine.id, mine.version HAVING mine.version <> max(v.version)
  UNION ALL
  SELECT format('P4: version %s of conversation %s is on two rows', version, id)
  FROM versions GROUP BY id, version HAVING count(*) > 1
  UNION ALL
  SELECT format('P7: the deleted message %s of conversation %s says something', seq, conversation_id)
  FROM stored WHERE deleted_at IS NOT NULL AND (content IS NOT NULL OR payload IS NOT NULL)
  UNION ALL
  SELECT format('P8: person %s in conversation %s at %s read, %s delivered, of %s', r.user_id, mine.id, r.read_seq,
                r.delivered_seq, mine.last_seq)
  FROM mine JOIN receipt r ON r.conversation_id = mine.id
  WHERE NOT (r.read_seq <= r.delivered_seq AND r.delivered_seq <= mine.last_seq)
  UNION ALL
  SELECT format('conversation %s counts %s participants', mine.id, participant_count) FROM mine
  WHERE participant_count <>
    (SELECT count(*) FROM participant p WHERE p.conversation_id = mine.id AND p.left_at IS NULL)`;

/** P4. Each version was given out once, and told: 1, 2, 3 … */
function versionsMissing({ stage, people }: World): string[] {
  const known = new Set(people.flatMap(({ caller }) => stage.record.conversationsOf(caller.userId)));
  return [...known].flatMap(({ id, changes }) => {
    const versions = changes.map(({ version }) => version).sort((a, b) => a - b);
    const isDense = versions.every((version, at) => version === at + 1);
    return isDense ? [] : [`P4: the versions of conversation ${id} are ${versions.join(' ')}`];
  });
}

/** P10. */
async function miscounted(world: World): Promise<string[]> {
  const counts = await Promise.all(world.people.map((person) => countUnread(world, person)));
  return counts.flat();
}

async function countUnread({ stage }: World, { caller, api }: Person): Promise<string[]> {
  const rows = await stage.query<{ id: number; unread: number }>(
    `SELECT p.conversation_id AS id,
       (SELECT count(*)::int FROM message m WHERE m.conversation_id = p.conversation_id AND m.seq > r.read_seq
          AND m.seq > p.visible_from_seq AND m.deleted_at IS NULL AND m.sender_id <> p.user_id) AS unread
     FROM participant p JOIN receipt r USING (conversation_id, user_id)
     WHERE p.user_id = $1 AND p.left_at IS NULL`,
    [caller.userId],
  );
  const page = await api.conversation.list.query({ limit: 100 });
  const listed = new Map(page.conversations.map(({ id, unreadCount }) => [id, unreadCount]));
  return rows
    .filter(({ id, unread }) => listed.get(id) !== unread)
    .map(
      ({ id, unread }) =>
        `P10: person ${caller.userId} has ${unread} unread in ${id}, told ${listed.get(id)}`,
    );
}
