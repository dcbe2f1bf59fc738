import { numberAt } from '../mark.ts';

/** As `@trpc/client` writes its frames, to the order of the keys. */
export const callFrame = (id: number, method: Method, params: CallParams): string =>
  JSON.stringify({ id, method, params });

type Method = 'subscription' | CallMethod;
export type CallMethod = 'query' | 'mutation';

interface CallParams {
  input: object;
  path: string;
  lastEventId?: string;
}

const idAt = '{"id":'.length;

/** Whose answer a frame is; -1 for nobody's. */
export const answeredId = (frame: Buffer): number => numberAt(frame, idAt);

/** `{"id":12,"error":…`: looked for where it would stand, not in the whole. */
export function isError(frame: Buffer, id: number): boolean {
  return frame.toString('latin1', idAt + `${id}`.length, idAt + `${id}`.length + 8) === ',"error"';
}
