import { Archive, ChevronRight, MessagesSquare } from 'lucide-react';
import type { RefObject } from 'react';
import { useFormat, useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ListRows, type ListRowsProps } from './list-rows.tsx';
import { useListedIds } from './use-listed-ids.ts';
import type { RowKey } from './use-roving.ts';

/** What the lists share. */
export type ListedProps = Pick<ListRowsProps, 'openId' | 'menuId' | 'deeds' | 'handle' | 'onLeave'>;

const archiveKey = 'archive';

interface CurrentConversationsProps extends ListedProps {
  place: RefObject<number>;
  onShowArchive(): void;
  onStart(): void;
}

/** All conversations but the archived ones, which a row at the end leads to. */
export function CurrentConversations({ onShowArchive, onStart, ...rows }: CurrentConversationsProps) {
  const { list } = useText();
  const ids = useListedIds(false);
  const archivedCount = useListedIds(true).length;
  const archiveKeys = archivedCount > 0 ? [archiveKey] : [];
  return (
    <ListRows label={list.conversations} ids={ids} otherKeys={archiveKeys} {...rows}>
      {(tabStop) => (
        <>
          {ids.length === 0 && <NoConversations onStart={onStart} />}
          {archivedCount > 0 && <ArchiveRow count={archivedCount} tabStop={tabStop} onShow={onShowArchive} />}
        </>
      )}
    </ListRows>
  );
}

function NoConversations({ onStart }: { onStart(): void }) {
  const { list } = useText();
  const button = (
    <Button kind="primary" onClick={onStart}>
      {list.startFirst}
    </Button>
  );
  return (
    <EmptyState icon={MessagesSquare} title={list.none} action={button}>
      {list.noneHint}
    </EmptyState>
  );
}

interface ArchiveRowProps {
  count: number;
  tabStop: RowKey | null;
  onShow(): void;
}

function ArchiveRow({ count, tabStop, onShow }: ArchiveRowProps) {
  const { list } = useText();
  const format = useFormat();
  return (
    <div className="vc-archive-place">
      <button
        type="button"
        className="vc-row"
        data-row={archiveKey}
        tabIndex={tabStop === archiveKey ? 0 : -1}
        onClick={onShow}
      >
        <Archive size={20} aria-hidden />
        <span className="vc-row-title">{list.archivedCount(format.number(count))}</span>
        <ChevronRight size={18} aria-hidden className="vc-directional" />
      </button>
    </div>
  );
}

/** What was put away. */
export function ArchivedConversations(rows: ListedProps) {
  const { list } = useText();
  const ids = useListedIds(true);
  return (
    <ListRows label={list.archived} ids={ids} {...rows}>
      {() =>
        ids.length === 0 && (
          <EmptyState icon={Archive} title={list.nothingArchived}>
            {list.nothingArchivedHint}
          </EmptyState>
        )
      }
    </ListRows>
  );
}
