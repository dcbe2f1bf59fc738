import { useState } from 'react';
import { useSync } from '../provider/use-sync.ts';
import { DetailsSkeleton } from './details-skeleton.tsx';
import { DirectDetails } from './direct-details.tsx';
import { GroupDetails } from './group-details.tsx';
import { useKnown } from './use-details.ts';

interface DetailsPaneProps {
  conversationId: number;
  onClose(): void;
}

export function DetailsPane({ conversationId, onClose }: DetailsPaneProps) {
  const known = useKnown(conversationId);
  const me = useSync((state) => state.me);
  // State and not a ref: the list within is there before the ref would be.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  if (!known || !me) return <DetailsSkeleton />;
  return (
    <div ref={setScroller} className="vc-details-body">
      {known.conversation.type === 'direct' ? (
        <DirectDetails known={known} />
      ) : (
        <GroupDetails known={known} me={me} scroller={scroller} onClose={onClose} />
      )}
    </div>
  );
}
