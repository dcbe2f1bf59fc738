import type { Profile } from '@vibe/contract';
import { useId } from 'react';
import { PersonLine, PersonSkeleton } from '../people/person-line.tsx';
import type { PeopleSearch } from '../people/use-people-search.ts';
import { useText } from '../provider/use-chat.ts';
import { Problem } from '../ui/problem.tsx';
import { Spinner } from '../ui/spinner.tsx';
import type { RowKey } from './use-roving.ts';

/** A person's row, among the rows of a list. */
export const personKey = (userId: number): string => `person-${userId}`;

interface FoundPeopleProps {
  people: readonly Profile[];
  search: PeopleSearch;
  tabStop: RowKey | null;
  /** With whom a conversation is being made. */
  busyId: number | null;
  onPick(userId: number): void;
}

/** People with whom there is no conversation yet. */
export function FoundPeople({ people, search, tabStop, busyId, onPick }: FoundPeopleProps) {
  const { list } = useText();
  const headingId = useId();
  if (people.length === 0 && !search.isLoading && !search.problem) return null;
  return (
    <section className="vc-found-people" aria-labelledby={headingId}>
      <h3 className="vc-list-subtitle" id={headingId}>
        {list.people}
      </h3>
      <ul>
        {people.map((user) => (
          <li key={user.id} className="vc-person-place">
            <button
              type="button"
              className="vc-row"
              data-row={personKey(user.id)}
              tabIndex={personKey(user.id) === tabStop ? 0 : -1}
              onClick={() => onPick(user.id)}
            >
              <PersonLine user={user} />
              {busyId === user.id && <Spinner />}
            </button>
          </li>
        ))}
      </ul>
      {people.length === 0 && search.isLoading && (
        <div className="vc-person-place">
          <div className="vc-row">
            <PersonSkeleton />
          </div>
        </div>
      )}
      {search.problem && <Problem onRetry={search.retry}>{search.problem}</Problem>}
    </section>
  );
}
