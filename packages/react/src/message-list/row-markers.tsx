import { useNow } from '../format/use-now.ts';
import { useFormat, useText } from '../provider/use-chat.ts';

interface RowMarkersProps {
  createdAt: string;
  startsDay: boolean;
  isFirstUnread: boolean;
}

/** What stands between two messages: a new day, and where what is new begins. */
export function RowMarkers({ createdAt, startsDay, isFirstUnread }: RowMarkersProps) {
  const { messages } = useText();
  return (
    <>
      {startsDay && <DaySeparator at={createdAt} />}
      {isFirstUnread && (
        <p className="vc-unread-divider">
          <span>{messages.newMessages}</span>
        </p>
      )}
    </>
  );
}

function DaySeparator({ at }: { at: string }) {
  const format = useFormat();
  const nowMs = useNow();
  return (
    <p className="vc-day">
      <span className="vc-pill">{format.day(at, nowMs)}</span>
    </p>
  );
}
