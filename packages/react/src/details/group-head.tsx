import type { KnownConversation } from '@vibe/client';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { Avatar } from '../people/avatar.tsx';
import { useFormat, useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { RenameForm } from './rename-form.tsx';

interface GroupHeadProps {
  conversation: KnownConversation;
  mayRename: boolean;
}

export function GroupHead({ conversation, mayRename }: GroupHeadProps) {
  const { details: text } = useText();
  const format = useFormat();
  const { id, participantCount, createdAt, historyVisible } = conversation;
  const name = conversation.name ?? '';
  return (
    <div className="vc-details-head">
      <Avatar id={id} name={name} size="large" />
      <GroupName conversationId={id} name={name} mayRename={mayRename} />
      <p className="vc-details-facts">
        {text.memberCount(participantCount, format.number(participantCount))}
      </p>
      <p className="vc-details-note">
        <span title={format.full(createdAt)}>{text.created(format.date(createdAt))}</span>
        <br />
        {historyVisible ? text.historyVisible : text.historyHidden}
      </p>
    </div>
  );
}

interface GroupNameProps {
  conversationId: number;
  name: string;
  mayRename: boolean;
}

function GroupName({ conversationId, name, mayRename }: GroupNameProps) {
  const { details: text } = useText();
  const [isRenaming, setIsRenaming] = useState(false);
  const isBack = useRef(false);
  const stop = () => {
    isBack.current = true;
    setIsRenaming(false);
  };
  // The role may have gone while one was typing.
  if (isRenaming && mayRename)
    return <RenameForm conversationId={conversationId} name={name} onDone={stop} />;
  return (
    <div className="vc-details-group-name">
      <h3 className="vc-details-name" dir="auto">
        {name}
      </h3>
      {mayRename && (
        <IconButton
          icon={Pencil}
          label={text.rename}
          // Back from the form, the focus is where it was before.
          ref={(button) => {
            if (isBack.current) button?.focus();
            isBack.current = false;
          }}
          onClick={() => setIsRenaming(true)}
        />
      )}
    </div>
  );
}
