import { Bell, BellOff, ChevronDown } from 'lucide-react';
import { useNow } from '../format/use-now.ts';
import { useFormat, useText } from '../provider/use-chat.ts';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import { Problem } from '../ui/problem.tsx';
import { useDeed } from '../ui/use-deed.ts';
import { DetailsAction } from './details-action.tsx';
import { type MuteSpan, mutedUntil as muteEnd, muteSpans, muteState } from './mute.ts';

interface MuteSettingProps {
  mutedUntil: string | null;
  onChange(mutedUntil: string | null): Promise<void>;
}

/** Whether one is told of new messages, and a menu to change it. */
export function MuteSetting({ mutedUntil, onChange }: MuteSettingProps) {
  const { details: text } = useText();
  const format = useFormat();
  const nowMs = useNow();
  const { run, problem } = useDeed(onChange);
  const state = muteState(mutedUntil, nowMs);
  const describeState = () => {
    if (state === null) return text.notificationsOn;
    return state === 'always' ? text.mutedAlways : text.mutedUntil(format.shortTime(state.until, nowMs));
  };
  const muteFor = (span: MuteSpan) => ({
    label: text.muteFor[span],
    isChecked: span === 'always' && state === 'always',
    onSelect: () => run(muteEnd(span, Date.now())),
  });
  return (
    <div className="vc-details-setting">
      <LazyMenu
        trigger={
          <DetailsAction
            icon={state ? BellOff : Bell}
            label={text.notifications}
            hint={describeState()}
            end={<ChevronDown size={16} aria-hidden />}
          />
        }
        align="start"
        items={[
          { label: text.unmute, isChecked: state === null, onSelect: () => run(null) },
          'separator',
          ...muteSpans.map(muteFor),
        ]}
      />
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
