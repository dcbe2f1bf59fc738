import { toTrpcError } from './errors.ts';

/** The source as it is, until it ends; `closeStream` is called then. */
export async function* relay<T>(source: AsyncIterable<T>, closeStream: () => void): AsyncGenerator<T, void> {
  try {
    yield* source;
  } catch (cause) {
    throw toTrpcError(cause);
  } finally {
    closeStream();
  }
}
