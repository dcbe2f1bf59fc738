import { memo } from 'react';
import { useNow } from '../format/use-now.ts';
import { useFormat } from '../provider/use-chat.ts';
import { useLastLine } from './use-row.ts';

/** When something last happened in the conversation, in few letters. */
export const RowTime = memo(({ conversationId }: { conversationId: number }) => {
  const { at } = useLastLine(conversationId);
  const nowMs = useNow();
  const format = useFormat();
  if (at === '') return null;
  return (
    <time className="vc-row-time" dateTime={at} title={format.full(at)}>
      <bdi>{format.shortTime(at, nowMs)}</bdi>
    </time>
  );
});
