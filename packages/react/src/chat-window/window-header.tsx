import { BellOff, ChevronLeft, Info } from 'lucide-react';
import { prepareDetails } from '../details/details.tsx';
import { Avatar } from '../people/avatar.tsx';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusLine } from './status-line.tsx';
import { type Head, useHead } from './use-head.ts';

export interface WindowHeaderProps {
  conversationId: number;
  onBack: (() => void) | undefined;
  onShowDetails: (() => void) | undefined;
  /** There is no conversation (any more): nothing but the way back. */
  isClosed: boolean;
}

/** On a button that shows the details: their code comes when it is pointed at. */
const preparing = { onPointerEnter: prepareDetails, onFocus: prepareDetails };

export function WindowHeader({ conversationId, onBack, onShowDetails, isClosed }: WindowHeaderProps) {
  const { window } = useText();
  const head = useHead(conversationId);
  return (
    <header className="vc-window-header">
      {onBack && (
        <IconButton className="vc-window-back" icon={ChevronLeft} label={window.back} onClick={onBack} />
      )}
      {!isClosed && (head ? <About {...{ conversationId, head, onShowDetails }} /> : <Loading />)}
      {head && onShowDetails && (
        <IconButton icon={Info} label={window.details} onClick={onShowDetails} {...preparing} />
      )}
    </header>
  );
}

interface AboutProps {
  conversationId: number;
  head: Head;
  onShowDetails: (() => void) | undefined;
}

function About({ conversationId, head, onShowDetails }: AboutProps) {
  const { window } = useText();
  const { title, avatarId, avatarUrl, presence, isMuted } = head;
  return (
    <div className="vc-window-about">
      <Avatar id={avatarId} name={title} imageUrl={avatarUrl} presence={presence} />
      <div className="vc-window-names">
        <h2 className="vc-window-title">
          {onShowDetails ? (
            <button
              type="button"
              className="vc-window-title-button"
              dir="auto"
              onClick={onShowDetails}
              {...preparing}
            >
              {title}
            </button>
          ) : (
            <span dir="auto">{title}</span>
          )}
          {isMuted && <BellOff size={14} role="img" aria-label={window.muted} />}
        </h2>
        <StatusLine conversationId={conversationId} />
      </div>
    </div>
  );
}

function Loading() {
  const { window } = useText();
  return (
    <div className="vc-window-about">
      <Skeleton width="2.5em" height="2.5em" round />
      <div className="vc-window-names">
        <span className="vc-hidden" role="status">
          {window.loading}
        </span>
        <Skeleton width="10em" />
        <Skeleton width="5em" height="0.8em" />
      </div>
    </div>
  );
}
