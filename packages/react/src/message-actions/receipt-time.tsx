import { useNow } from '../format/use-now.ts';
import { useFormat } from '../provider/use-chat.ts';

/** A day and a time; nothing where it is not known. */
export function ReceiptTime({ at }: { at: string | null }) {
  const format = useFormat();
  const nowMs = useNow();
  if (at === null) return null;
  return (
    <time className="vc-receipt-time" dateTime={at} title={format.full(at)}>
      {format.day(at, nowMs)}, {format.time(at)}
    </time>
  );
}
