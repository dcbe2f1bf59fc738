import { limits } from '@vibe/contract';
import { useText } from '../provider/use-chat.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { isGroup, type Plan, type PlanProblems } from './plan.ts';

interface GroupFieldsProps {
  plan: Plan;
  problem: PlanProblems['name'];
  onChange(fields: Partial<Plan>): void;
}

/** Whether it is a group, and what only groups have. */
export function GroupFields({ plan, problem, onChange }: GroupFieldsProps) {
  const { newConversation: text } = useText();
  const mustBeGroup = plan.people.length > 1;
  return (
    <div className="vc-group-fields">
      <SwitchField
        label={text.group}
        hint={text.groupHint}
        isOn={isGroup(plan)}
        disabled={mustBeGroup}
        onChange={(isGroupWanted) => onChange({ isGroupWanted })}
      />
      {isGroup(plan) && (
        <>
          <GroupName name={plan.name} problem={problem} onChange={(name) => onChange({ name })} />
          <SwitchField
            label={text.historyVisible}
            hint={text.historyVisibleHint}
            isOn={plan.historyVisible}
            onChange={(historyVisible) => onChange({ historyVisible })}
          />
        </>
      )}
    </div>
  );
}

interface GroupNameProps {
  name: string;
  problem: PlanProblems['name'];
  onChange(name: string): void;
}

function GroupName({ name, problem, onChange }: GroupNameProps) {
  const { newConversation: text } = useText();
  const problems = { missing: text.groupNameMissing, tooLong: text.groupNameTooLong };
  return (
    <TextField
      label={text.groupName}
      value={name}
      autoComplete="off"
      required
      onChange={(event) => onChange(event.target.value)}
      problem={problem && problems[problem]}
      maxChars={limits.nameChars}
    />
  );
}
