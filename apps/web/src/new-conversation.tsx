import { describeFailure } from '@vibe/client';
import type { CreateConversationInput, Profile } from '@vibe/contract';
import { useChat } from '@vibe/react';
import { useState } from 'react';
import { openConversation } from './route.ts';
import { usePeople } from './use-people.ts';

/** One person chosen starts a direct conversation; a name makes it a group. */
export function NewConversation({ onDone }: { onDone: () => void }) {
  const { sync } = useChat();
  const [query, setQuery] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Profile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const people = usePeople(query).filter(({ id }) => chosen.every((each) => each.id !== id));
  const [only] = chosen;
  const isGroup = chosen.length > 1 || name.trim() !== '';

  const start = async (): Promise<void> => {
    if (!only) return;
    const userIds = chosen.map(({ id }) => id);
    const input: CreateConversationInput = isGroup
      ? { type: 'group', name, userIds, historyVisible: true }
      : { type: 'direct', userId: only.id };
    try {
      openConversation(await sync.createConversation(input));
      onDone();
    } catch (error) {
      setProblem(describeFailure(error).message);
    }
  };
  const choose = (person: Profile) => {
    setChosen([...chosen, person]);
    setQuery('');
  };

  return (
    <form
      className="new"
      aria-label="New conversation"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <label>
        Find people
        <input value={query} onChange={(event) => setQuery(event.target.value)} autoComplete="off" />
      </label>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="row" onClick={() => choose(person)}>
              <span className="title">{person.fullName}</span>
              <span className="preview">{person.role}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <p className="chosen">
          {chosen.map((person) => (
            <button
              key={person.id}
              type="button"
              aria-label={`Remove ${person.fullName}`}
              onClick={() => setChosen(chosen.filter(({ id }) => id !== person.id))}
            >
              {person.fullName} ×
            </button>
          ))}
        </p>
      )}
      <label>
        {chosen.length > 1 ? 'Group name' : 'Group name, to make it a group'}
        <input value={name} onChange={(event) => setName(event.target.value)} required={chosen.length > 1} />
      </label>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="primary" disabled={!only}>
        {isGroup ? 'Create group' : 'Start conversation'}
      </button>
    </form>
  );
}
