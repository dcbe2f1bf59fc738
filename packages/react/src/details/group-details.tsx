import type { ConversationState } from '@vibe/client';
import { can, type Me } from '@vibe/contract';
import { actorOf } from '../people/actor-of.ts';
import { ConversationSettings } from './conversation-settings.tsx';
import { GroupHead } from './group-head.tsx';
import { LeaveGroup } from './leave-group.tsx';
import { Members } from './members.tsx';

interface GroupDetailsProps {
  known: ConversationState;
  me: Me;
  scroller: HTMLElement | null;
  onClose(): void;
}

export function GroupDetails({ known, me, scroller, onClose }: GroupDetailsProps) {
  const { conversation } = known;
  const { membership } = conversation;
  const may = (action: 'conversation.rename' | 'participant.leave') =>
    can(actorOf(me), action, { conversation, membership });
  return (
    <>
      <GroupHead conversation={conversation} mayRename={may('conversation.rename')} />
      <ConversationSettings conversation={conversation}>
        {may('participant.leave') && <LeaveGroup known={known} ownId={me.user.id} onLeft={onClose} />}
      </ConversationSettings>
      <Members known={known} me={me} scroller={scroller} />
    </>
  );
}
