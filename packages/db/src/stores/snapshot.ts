import { encodeCursor } from '@vibe/chat';
import { Prisma } from '../../generated/client.ts';
import type { WholeNumber } from '../statement.ts';

export interface SnapshotRow {
  epoch: string;
  mark: WholeNumber;
}

/** Names this database and its timeline. The log's own position tells of a failover at once; the control file, later. */
export const epochSql = Prisma.sql`(
  SELECT system_identifier || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8) FROM pg_control_system())`;

/** The lowest transaction that this statement's snapshot may not see. */
export const markSql = Prisma.sql`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/** The columns of a `SnapshotRow`: true of the very statement that reads them, and of no other. */
export const snapshotColumns = Prisma.sql`${epochSql} AS epoch, ${markSql} AS mark`;

export const cursorOf = ({ epoch, mark }: SnapshotRow): string => encodeCursor(epoch, BigInt(mark));
