import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useChat } from '../provider/use-chat.ts';
import { useDeed } from '../ui/use-deed.ts';
import { emptyPlan, inputOf, type Plan, problemsOf } from './plan.ts';

/** The form's content, and making a conversation of it, which is opened then. */
export function useNewConversation(onMade: () => void) {
  const { sync } = useChat();
  const { setOpen } = useOpenConversation();
  const [plan, setPlan] = useState(emptyPlan);
  const [attempts, setAttempts] = useState(0);
  const deed = useDeed(async () => {
    const input = inputOf(plan);
    if (!input) return;
    const conversationId = await sync.createConversation(input);
    // The dialog first: as long as it is there, it keeps the focus from the conversation's field.
    flushSync(onMade);
    setOpen({ conversationId });
  });
  const submit = () => {
    setAttempts(attempts + 1);
    if (inputOf(plan) && !deed.isBusy) deed.run();
  };
  const { people, name } = problemsOf(plan);
  const isChecked = attempts > 0;
  return {
    plan,
    change: (fields: Partial<Plan>) => setPlan({ ...plan, ...fields }),
    submit,
    /** How often somebody wanted to go on. */
    attempts,
    isBusy: deed.isBusy,
    failure: deed.problem,
    /** What is missing is said once somebody wanted to go on without it; what is too much, at once. */
    problems: {
      people: people === 'nobody' && !isChecked ? null : people,
      name: name === 'missing' && !isChecked ? null : name,
    },
  };
}
