import type { ConversationState } from '@vibe/client';
import type { User } from '@vibe/contract';
import { Avatar } from '../people/avatar.tsx';
import { partnerOf } from '../people/partner-of.ts';
import { PresenceLine } from '../people/presence-line.tsx';
import { useFollowedPresence, usePresenceOf } from '../people/use-presence.ts';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { BlockPerson } from './block-person.tsx';
import { ConversationSettings } from './conversation-settings.tsx';
import { useEmail } from './use-details.ts';

export function DirectDetails({ known: { conversation } }: { known: ConversationState }) {
  const other = useSync(({ chat }) => partnerOf(chat, conversation));
  return (
    <>
      {other && <Person user={other} />}
      <ConversationSettings conversation={conversation} />
      {other && <BlockPerson user={other} />}
    </>
  );
}

function Person({ user }: { user: User }) {
  const { details, people } = useText();
  const email = useEmail(user);
  const { id, fullName, avatarUrl, role, isDeactivated } = user;
  useFollowedPresence([id]);
  const presence = usePresenceOf(id)?.status;
  return (
    <div className="vc-details-head">
      <Avatar id={id} name={fullName} imageUrl={avatarUrl} size="large" presence={presence} />
      <h3 className="vc-details-name" dir="auto">
        {fullName}
      </h3>
      <p className="vc-details-facts">
        <span>{people.role(role)}</span>
        {isDeactivated ? <span>{details.deactivated}</span> : <PresenceLine userId={id} />}
      </p>
      {email && (
        <a className="vc-details-email" href={`mailto:${email}`}>
          {email}
        </a>
      )}
      {isDeactivated && <p className="vc-details-note">{details.deactivatedHint}</p>}
    </div>
  );
}
