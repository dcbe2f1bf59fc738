import { limits } from '@vibe/contract';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  onChange(query: string): void;
  /** The arrow key goes down, into what was found. */
  onGoDown(): void;
  /** Enter: the first of what was found is meant. */
  onEnter(): void;
}

/** Where one types whom or what one looks for. */
export function SearchField({ field, query, onChange, onGoDown, onEnter }: SearchFieldProps) {
  const { list } = useText();
  const id = useId();
  const clear = () => {
    onChange('');
    field.current?.focus();
  };
  const keys: Record<string, () => void> = { ArrowDown: onGoDown, Enter: onEnter, Escape: clear };
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = keys[event.key];
    if (!deed || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && query === '') return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  return (
    <div className="vc-search">
      <label className="vc-search-icon" htmlFor={id}>
        <Search size={18} aria-hidden />
        <span className="vc-hidden">{list.search}</span>
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        // An empty field would count as running from left to right.
        dir={query === '' ? undefined : 'auto'}
        className="vc-search-input"
        placeholder={list.search}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={limits.queryChars}
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <IconButton icon={X} label={list.clearSearch} className="vc-search-clear" onClick={clear} />
      )}
    </div>
  );
}
