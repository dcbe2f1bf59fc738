import { limits } from '@vibe/contract';
import { useEffect, useId, useRef } from 'react';
import { PeoplePicker } from '../people/people-picker.tsx';
import { useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { GroupFields } from './group-fields.tsx';
import { isGroup } from './plan.ts';
import { useNewConversation } from './use-new-conversation.ts';

/** Chooses one person for a direct conversation, or several and a name for a group. */
export function NewConversation({ onClose }: { onClose(): void }) {
  const { newConversation: text, ui } = useText();
  const { plan, change, submit, attempts, isBusy, failure, problems } = useNewConversation(onClose);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  // Somebody wanted to go on, and something is missing: there they are.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  const peopleProblems = { nobody: text.nobodyChosen, tooMany: text.tooMany(limits.groupMembers) };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      isTall
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} isBusy={isBusy}>
            {isGroup(plan) ? text.createGroup : text.start}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="vc-new-conversation"
        aria-label={text.title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PeoplePicker label={text.people} selected={plan.people} onChange={(people) => change({ people })} />
        {problems.people && <Problem>{peopleProblems[problems.people]}</Problem>}
        <GroupFields plan={plan} problem={problems.name} onChange={change} />
        {failure && <Problem>{failure}</Problem>}
      </form>
    </Dialog>
  );
}
