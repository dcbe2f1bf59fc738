import { busy } from '@vibe/chat';
import pg from 'pg';
import { Prisma } from '../../generated/client.ts';

/** Prisma's own: no connection in time, a transaction that took too long, a deadlock or serialization failure. */
const busyPrismaCodes = ['P2024', 'P2028', 'P2034'];
/** Postgres's: lock_not_available, deadlock_detected, serialization_failure. */
const busySqlStates = ['55P03', '40P01', '40001'];

/** Runs it; where the database could not serve it in time, throws `BUSY`. Nothing was written then. */
export async function orBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOverloaded(error) ? busy(error) : error;
  }
}

function isOverloaded(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return busySqlStates.includes(error.code ?? '');
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (busyPrismaCodes.includes(error.code) || busySqlStates.includes(sqlStateOf(error) ?? ''))
  );
}

function sqlStateOf({ meta }: Prisma.PrismaClientKnownRequestError): string | undefined {
  const driverError = meta?.driverAdapterError;
  if (!(driverError instanceof Error)) return undefined;
  const { cause } = driverError;
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return undefined;
  return typeof cause.originalCode === 'string' ? cause.originalCode : undefined;
}
