import type { KnownConversation } from '@vibe/client';
import { Archive, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../provider/use-chat.ts';
import { MuteSetting } from './mute-setting.tsx';
import { PreferenceSwitch } from './preference-switch.tsx';
import { useConversationDeeds } from './use-details.ts';

interface ConversationSettingsProps {
  conversation: KnownConversation;
  /** More lines at its end. */
  children?: ReactNode;
}

/** How one keeps the conversation, for oneself alone. */
export function ConversationSettings({ conversation, children }: ConversationSettingsProps) {
  const { details: text } = useText();
  const { setPreference } = useConversationDeeds(conversation.id);
  const { mutedUntil, pinnedAt, archivedAt } = conversation.preference;
  return (
    <section className="vc-details-section" aria-label={text.settings}>
      <MuteSetting mutedUntil={mutedUntil} onChange={(until) => setPreference({ mutedUntil: until })} />
      <PreferenceSwitch
        icon={Pin}
        label={text.pin}
        hint={text.pinHint}
        isOn={pinnedAt !== null}
        onChange={(isPinned) => setPreference({ isPinned })}
      />
      <PreferenceSwitch
        icon={Archive}
        label={text.archive}
        hint={text.archiveHint}
        isOn={archivedAt !== null}
        onChange={(isArchived) => setPreference({ isArchived })}
      />
      {children}
    </section>
  );
}
