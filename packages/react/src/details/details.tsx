import { lazy, Suspense } from 'react';
import { ChatScope } from '../provider/chat-scope.tsx';
import { DetailsFrame } from './details-frame.tsx';
import { DetailsSkeleton } from './details-skeleton.tsx';

export interface DetailsProps {
  conversationId: number;
  onClose(): void;
}

const load = () => import('./details-pane.tsx');
const DetailsPane = lazy(async () => ({ default: (await load()).DetailsPane }));

/** Somebody is about to open them. */
export const prepareDetails = (): void => {
  // If it fails now, opening them tries again.
  load().catch(() => {});
};

/** Who and what a conversation is, and what one can do about it. Its code is loaded when it first opens. */
export function Details({ conversationId, onClose }: DetailsProps) {
  return (
    <ChatScope>
      <DetailsFrame onClose={onClose}>
        <Suspense fallback={<DetailsSkeleton />}>
          <DetailsPane key={conversationId} conversationId={conversationId} onClose={onClose} />
        </Suspense>
      </DetailsFrame>
    </ChatScope>
  );
}
