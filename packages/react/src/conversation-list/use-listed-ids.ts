import { listedConversations } from '@vibe/client';
import { useSyncFields } from '../provider/use-sync-fields.ts';

/** The conversations of a list, by id, in their order. */
export const useListedIds = (isArchive: boolean): readonly number[] =>
  useSyncFields(({ chat }) =>
    listedConversations(chat, { archived: isArchive }).map(({ conversation }) => conversation.id),
  );
