import { type Progress, ProgressMark } from '../people/progress-mark.tsx';
import { useFormat, useText } from '../provider/use-chat.ts';

interface MessageMetaProps {
  createdAt: string;
  isEdited: boolean;
  progress: Progress | null;
}

/** When it was written, whether it was changed, and how far an own one got. The row's label says it, too. */
export function MessageMeta({ createdAt, isEdited, progress }: MessageMetaProps) {
  const format = useFormat();
  const { messages } = useText();
  return (
    <span className="vc-bubble-meta" title={format.full(createdAt)}>
      {isEdited && <span>{messages.edited}</span>}
      <time dateTime={createdAt} dir="auto">
        {format.time(createdAt)}
      </time>
      {progress && <ProgressMark progress={progress} size={15} />}
    </span>
  );
}
