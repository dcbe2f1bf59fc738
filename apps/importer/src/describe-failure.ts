import { ChatError } from '@vibe/chat';
import { DatabaseInUseError } from '@vibe/db';
import { ImportError } from './import-error.ts';

/** Why the import could not be done, where it is one of the usual reasons. Null for a fault of ours. */
export function describeFailure(error: unknown): string | null {
  if (error instanceof ImportError || error instanceof ChatError) return error.message;
  if (error instanceof DatabaseInUseError)
    return `Another process uses the data directory ${error.dataDir}, and its database does not answer.`;
  return null;
}
