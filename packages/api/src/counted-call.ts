import type { Context } from './context.ts';
import { toTrpcError } from './errors.ts';

/**
 * What every call goes through: it is under way until it has ended, is counted against its address, and its refusal is put
 * into tRPC's terms.
 */
export async function countedCall<Result extends { ok: boolean }>(
  ctx: Context,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = ctx.begin();
  try {
    ctx.limit('callsPerAddress', ctx.address);
    const result = await work();
    if ('error' in result) throw result.error;
    return result;
  } catch (cause) {
    throw toTrpcError(cause);
  } finally {
    end();
  }
}
