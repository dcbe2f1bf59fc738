import type { ConversationState } from '@vibe/client';
import { can, limits, type Me, type Participant } from '@vibe/contract';
import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { actorOf } from '../people/actor-of.ts';
import { useChatContext, useFormat, useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Problem } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AddMembers } from './add-members.tsx';
import { MemberList } from './member-list.tsx';
import { findMembers, orderMembers } from './member-order.ts';
import { RemoveMember } from './remove-member.tsx';
import { useAllMembers } from './use-details.ts';

interface MembersProps {
  known: ConversationState;
  me: Me;
  scroller: HTMLElement | null;
}

/** Above so many there is a field to find one of them. */
const searchableFrom = 16;

export function Members({ known, me, scroller }: MembersProps) {
  const { details: text } = useText();
  const { locale } = useChatContext();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<Participant | null>(null);
  const { conversation } = known;
  const { id, participants, participantCount, membership } = conversation;
  const ownId = me.user.id;
  const { isLoading, problem, retry } = useAllMembers(known);
  const ordered = useMemo(() => orderMembers(participants, ownId, locale), [participants, ownId, locale]);
  const isSearchable = participantCount >= searchableFrom;
  const shown = useMemo(
    () => (isSearchable ? findMembers(ordered, query) : ordered),
    [ordered, query, isSearchable],
  );
  const actor = useMemo(() => actorOf(me), [me]);
  const ownerCount = participants.filter(({ role }) => role === 'owner').length;
  const { type } = conversation;
  // The same object until one of its parts changes, since it is each row's.
  const group = useMemo(
    () => ({ conversation: { type }, membership, ownerCount }),
    [type, membership, ownerCount],
  );
  const mayAdd =
    can(actor, 'participant.add', { conversation, membership }) && participantCount < limits.groupMembers;
  return (
    <section className="vc-details-section vc-members" aria-label={text.members}>
      <div className="vc-members-header">
        <h3>
          {text.members} <span className="vc-members-count">{format.number(participantCount)}</span>
        </h3>
        {mayAdd && <IconButton icon={UserPlus} label={text.addMembers} onClick={() => setIsAdding(true)} />}
      </div>
      {isSearchable && (
        <TextField
          type="search"
          label={text.findMember}
          isLabelHidden
          placeholder={text.findMember}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {problem && <Problem onRetry={retry}>{text.membersFailed}</Problem>}
      <MemberList
        conversationId={id}
        members={shown}
        group={group}
        actor={actor}
        scroller={scroller}
        skeletons={isLoading && query === '' ? Math.min(participantCount - participants.length, 8) : 0}
        onRemove={setRemoving}
      />
      {shown.length === 0 && !isLoading && (
        <p className="vc-details-note">{text.noMemberFound(query.trim())}</p>
      )}
      {isAdding && <AddMembers conversation={conversation} onClose={() => setIsAdding(false)} />}
      {removing && <RemoveMember known={known} member={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
