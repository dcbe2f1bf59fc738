import { type ConversationState, describeFailure } from '@vibe/client';
import { limits } from '@vibe/contract';
import { useCallback, useEffect, useState } from 'react';
import { useChat } from '../provider/use-chat.ts';

/** Loads whom `readersOf` would miss: the members beyond a summary, and receipts that are not streamed. */
export function useAllReceipts({ conversation, hasAllParticipants }: ConversationState): {
  isLoading: boolean;
  problem: string | null;
  retry(): void;
} {
  const { sync } = useChat();
  const { id, participantCount } = conversation;
  const areStreamed = participantCount <= limits.receiptStreamMembers;
  const [isLoading, setIsLoading] = useState(!hasAllParticipants || !areStreamed);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(() => {
    setIsLoading(true);
    setProblem(null);
    const members = hasAllParticipants ? null : sync.loadMembers(id);
    const receipts = areStreamed ? null : sync.fetchReceipts(id);
    Promise.all([members, receipts])
      .catch((error) => setProblem(describeFailure(error).message))
      .finally(() => setIsLoading(false));
  }, [sync, id, areStreamed, hasAllParticipants]);
  useEffect(load, [load]);
  return { isLoading, problem, retry: load };
}
