import type { Profile } from '@vibe/contract';
import { type Theme, useChat } from '@vibe/react';
import { Button, ConfirmDialog, Dialog, SegmentedControl, SwitchField } from '@vibe/react/ui';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { setPreferences, usePreferences } from '../preferences/use-preferences.ts';
import { leaveBy } from '../session/leaving.ts';
import { text } from '../text.ts';
import { AccountLinks } from './account-links.tsx';

const words = text.settings;
const themes: { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: 'auto', label: words.system, icon: Monitor },
  { value: 'light', label: words.light, icon: Sun },
  { value: 'dark', label: words.dark, icon: Moon },
];

export function SettingsDialog({ me, onClose }: { me: Profile; onClose(): void }) {
  const { theme, enterSends } = usePreferences();
  const { sync } = useChat();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <AccountLinks me={me} />
      <SegmentedControl
        label={words.theme}
        segments={themes}
        value={theme}
        onChange={(value) => setPreferences({ theme: value })}
      />
      <SwitchField
        label={words.enterSends}
        hint={enterSends ? words.enterSendsHint : words.enterBreaksHint}
        isOn={enterSends}
        onChange={(isOn) => setPreferences({ enterSends: isOn })}
      />
      <div className="shell-everywhere">
        <p className="vc-field-hint">{words.everywhereHint}</p>
        <Button onClick={() => setIsAsking(true)}>{words.everywhere}</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.everywhereQuestion}
          description={words.everywhereHint}
          confirm={words.everywhereConfirm}
          onConfirm={() => leaveBy(sync.signOutEverywhere)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Dialog>
  );
}
