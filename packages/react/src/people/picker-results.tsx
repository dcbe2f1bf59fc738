import { UserSearch } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Problem } from '../ui/problem.tsx';
import { PersonSkeleton } from './person-line.tsx';
import { PersonOption } from './person-option.tsx';
import type { usePicker } from './use-picker.ts';

interface PickerResultsProps {
  id: string;
  label: string;
  optionId(userId: number): string;
  picker: ReturnType<typeof usePicker>;
}

/** Who was found, or why nobody was. */
export function PickerResults({ id, label, optionId, picker }: PickerResultsProps) {
  const { people: text } = useText();
  const { people, search, query, active, isSelected, toggle } = picker;
  const isEmpty = people.length === 0;
  return (
    <div className="vc-picker-results">
      <div id={id} role="listbox" aria-label={label} aria-multiselectable aria-busy={search.isLoading}>
        {people.map((user) => (
          <PersonOption
            key={user.id}
            id={optionId(user.id)}
            user={user}
            isActive={user === active}
            isSelected={isSelected(user.id)}
            onPick={toggle}
          />
        ))}
      </div>
      {isEmpty && search.isLoading && skeletons}
      {isEmpty && !search.isLoading && !search.problem && (
        <EmptyState icon={UserSearch} title={text.nobodyFound}>
          {text.nobodyFoundHint(query.trim())}
        </EmptyState>
      )}
      {search.problem && <Problem onRetry={search.retry}>{search.problem}</Problem>}
      {search.hasMore && <p className="vc-picker-note">{text.moreFound}</p>}
      <p className="vc-hidden" role="status">
        {search.isLoading ? text.searching : text.found(people.length)}
      </p>
    </div>
  );
}

const skeletons = [1, 2, 3, 4].map((key) => (
  <div key={key} className="vc-person-option">
    <PersonSkeleton />
  </div>
));
