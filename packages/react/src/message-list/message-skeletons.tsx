import { useText } from '../provider/use-chat.ts';
import { Skeleton } from '../ui/skeleton.tsx';

const shapes = [
  { isOwn: false, width: '14em', height: '2.4em' },
  { isOwn: false, width: '20em', height: '3.8em' },
  { isOwn: true, width: '12em', height: '2.4em' },
  { isOwn: false, width: '17em', height: '2.4em' },
  { isOwn: true, width: '19em', height: '3.8em' },
  { isOwn: true, width: '9em', height: '2.4em' },
];

/** In the place of messages that are loading. */
export function MessageSkeletons() {
  const { messages } = useText();
  return (
    <div className="vc-message-skeletons">
      <span className="vc-hidden">{messages.loading}</span>
      {shapes.map(({ isOwn, width, height }) => (
        <div key={`${width} ${height}`} className="vc-message-skeleton" data-own={isOwn}>
          <Skeleton width={width} height={height} />
        </div>
      ))}
    </div>
  );
}
