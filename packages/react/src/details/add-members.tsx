import type { KnownConversation } from '@vibe/client';
import { limits, type User } from '@vibe/contract';
import { useMemo, useState } from 'react';
import { PeoplePicker } from '../people/people-picker.tsx';
import { useFormat, useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { useDeed } from '../ui/use-deed.ts';
import { useConversationDeeds } from './use-details.ts';

interface AddMembersProps {
  conversation: KnownConversation;
  onClose(): void;
}

export function AddMembers({ conversation, onClose }: AddMembersProps) {
  const { details: text, ui } = useText();
  const format = useFormat();
  const [selected, setSelected] = useState<readonly User[]>([]);
  const { id, historyVisible, participants, participantCount } = conversation;
  const deeds = useConversationDeeds(id);
  const { run, isBusy, problem } = useDeed(async () => {
    await deeds.add(selected.map((user) => user.id));
    onClose();
  });
  const memberIds = useMemo(() => participants.map(({ userId }) => userId), [participants]);
  // One call takes so many; a group has room for so many more.
  const most = Math.min(limits.pageRows, limits.groupMembers - participantCount);
  const isTooMany = selected.length > most;
  return (
    <Dialog
      title={text.addMembers}
      description={historyVisible ? text.addHistoryVisible : text.addHistoryHidden}
      onClose={onClose}
      isTall
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isBusy} disabled={selected.length === 0 || isTooMany} onClick={run}>
            {text.add(selected.length)}
          </Button>
        </>
      }
    >
      <PeoplePicker label={text.people} selected={selected} onChange={setSelected} excludedIds={memberIds} />
      {isTooMany && <Problem>{text.tooMany(format.number(most))}</Problem>}
      {problem && <Problem>{problem}</Problem>}
    </Dialog>
  );
}
