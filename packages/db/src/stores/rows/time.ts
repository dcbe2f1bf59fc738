import { Prisma } from '../../../generated/client.ts';
import type { WholeNumber } from '../../statement.ts';

/** A time column as milliseconds since 1970: unlike its text, that does not depend on the session's time zone. */
export const ms = (column: string): Prisma.Sql => Prisma.raw(msText(column));

export const msText = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;

export const toIso = (timeMs: number | WholeNumber): string => new Date(Number(timeMs)).toISOString();

export const toIsoOrNull = (timeMs: number | WholeNumber | null): string | null =>
  timeMs === null ? null : toIso(timeMs);

/** A parameter that means the same instant in every time zone. */
export const instant = (time: Date | null): Prisma.Sql =>
  Prisma.sql`${time?.toISOString() ?? null}::text::timestamptz`;
