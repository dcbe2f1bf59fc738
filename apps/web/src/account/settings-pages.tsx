import type { SettingsPage } from '../address/place.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useMe } from './use-me.ts';

/** What an address under `/settings` shows over the chat. */
export function SettingsPages({ page, onClose }: { page: SettingsPage; onClose(): void }) {
  const me = useMe();
  if (!me) return null;
  switch (page) {
    case 'settings':
      return <SettingsDialog me={me} onClose={onClose} />;
    case 'profile':
      return <ProfileDialog me={me} onClose={onClose} />;
    case 'password':
      return <PasswordDialog me={me} onClose={onClose} />;
  }
}
