import { ChevronDown } from 'lucide-react';
import { memo, useId } from 'react';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useMenuGestures } from '../ui/use-menu-gestures.ts';
import { OnlineWord, RowAvatar } from './row-avatar.tsx';
import { RowMarks } from './row-marks.tsx';
import type { OpenRowMenu } from './row-menu.tsx';
import { RowPreview } from './row-preview.tsx';
import { RowTime } from './row-time.tsx';
import { useRowHead } from './use-row.ts';

/** What rows can do; the same object from render to render. */
export interface RowDeeds {
  open(conversationId: number): void;
  openMenu(menu: OpenRowMenu): void;
  /** The menu may be asked for soon. */
  prepareMenu(): void;
}

export interface ConversationRowProps {
  conversationId: number;
  isOpen: boolean;
  isMenuOpen: boolean;
  /** The tab key comes to this one; the arrow keys go on from it. */
  isTabStop: boolean;
  deeds: RowDeeds;
}

/** One conversation in a list. */
export const ConversationRow = memo((props: ConversationRowProps) => {
  const { conversationId, isOpen, isMenuOpen, isTabStop, deeds } = props;
  const { list } = useText();
  const { title, partnerId, imageUrl } = useRowHead(conversationId);
  const titleId = useId();
  const gestures = useMenuGestures((point, isByKeyboard) =>
    deeds.openMenu({ conversationId, point, isByKeyboard }),
  );
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <>
      <button
        type="button"
        className="vc-row"
        data-row={conversationId}
        data-menu-open={isMenuOpen || undefined}
        aria-current={isOpen ? 'page' : undefined}
        tabIndex={tabIndex}
        onClick={() => deeds.open(conversationId)}
        onPointerEnter={deeds.prepareMenu}
        {...gestures}
      >
        <RowAvatar conversationId={conversationId} title={title} partnerId={partnerId} imageUrl={imageUrl} />
        <span className="vc-row-words">
          <span className="vc-row-line">
            <span className="vc-row-title" id={titleId} dir="auto">
              {title}
            </span>
            {partnerId !== null && <OnlineWord userId={partnerId} />}
            <RowTime conversationId={conversationId} />
          </span>
          <span className="vc-row-line">
            <RowPreview conversationId={conversationId} isOpen={isOpen} />
            <RowMarks conversationId={conversationId} />
          </span>
        </span>
      </button>
      <IconButton
        icon={ChevronDown}
        label={list.more}
        aria-describedby={titleId}
        aria-haspopup="menu"
        className="vc-row-more"
        tabIndex={tabIndex}
        onClick={({ currentTarget, detail }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          const point = { x: left, y: bottom };
          // Enter and the space bar click without a pointer.
          deeds.openMenu({ conversationId, point, isByKeyboard: detail === 0 });
        }}
      />
    </>
  );
});
