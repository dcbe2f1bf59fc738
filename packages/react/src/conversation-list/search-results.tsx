import { SearchX } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FoundPeople, personKey } from './found-people.tsx';
import { ListRows } from './list-rows.tsx';
import type { ListedProps } from './listed-conversations.tsx';
import type { useDirectConversation, useListSearch } from './use-list-search.ts';

interface SearchResultsProps extends ListedProps {
  found: ReturnType<typeof useListSearch>;
  direct: ReturnType<typeof useDirectConversation>;
}

/** Conversations and people that were found, or that there are none. */
export function SearchResults({ found, direct, ...rows }: SearchResultsProps) {
  const { list } = useText();
  const { ids, people, search, query } = found;
  const isNothing = ids.length + people.length === 0 && !search.isLoading && !search.problem;
  return (
    <>
      <ListRows
        label={list.conversations}
        ids={ids}
        subject={found.sought}
        otherKeys={people.map(({ id }) => personKey(id))}
        {...rows}
      >
        {(tabStop) =>
          isNothing ? (
            <EmptyState icon={SearchX} title={list.nothingFound}>
              {list.nothingFoundHint(query.trim())}
            </EmptyState>
          ) : (
            <FoundPeople
              people={people}
              search={search}
              tabStop={tabStop}
              busyId={direct.busyId}
              onPick={direct.start}
            />
          )
        }
      </ListRows>
      <p className="vc-hidden" role="status">
        {!search.isLoading && list.results(ids.length, people.length)}
      </p>
    </>
  );
}
