import type { Profile } from '@vibe/contract';
import { Avatar } from '@vibe/react';
import { LazyMenu, type MenuItem, Skeleton } from '@vibe/react/ui';
import { ChevronsUpDown, LogOut, Settings, UserRound } from 'lucide-react';
import { type ComponentProps, lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { settingsPaths } from '../address/place.ts';
import { step } from '../address/step.ts';
import { text } from '../text.ts';
import { useMe } from './use-me.ts';
import { useSignOut } from './use-sign-out.ts';

const SignOutDialog = lazy(() =>
  import('./sign-out-dialog.tsx').then((module) => ({ default: module.SignOutDialog })),
);

/** Whose chat it is, above the list; it opens the menu of what is theirs. */
export function AccountButton() {
  const me = useMe();
  const [, navigate] = useLocation();
  const { leave, doubt, stay } = useSignOut();
  const items: (MenuItem | 'separator')[] = [
    {
      label: text.account.profile,
      icon: UserRound,
      onSelect: () => navigate(settingsPaths.profile, { state: step }),
    },
    {
      label: text.account.settings,
      icon: Settings,
      onSelect: () => navigate(settingsPaths.settings, { state: step }),
    },
    'separator',
    { label: text.account.signOut, icon: LogOut, onSelect: leave },
  ];
  return (
    <div className="shell-bar">
      {me ? (
        <LazyMenu align="start" items={items} trigger={<AccountTrigger me={me} />} />
      ) : (
        <AccountSkeleton />
      )}
      {doubt && (
        <Suspense>
          <SignOutDialog doubt={doubt} onClose={stay} />
        </Suspense>
      )}
    </div>
  );
}

function AccountTrigger({ me, ...button }: { me: Profile } & ComponentProps<'button'>) {
  return (
    <button type="button" {...button} className="shell-account">
      <Avatar id={me.id} name={me.fullName} imageUrl={me.avatarUrl} size="small" />
      <span className="vc-hidden">{text.account.menu(me.fullName)}</span>
      <span className="shell-account-name" dir="auto" aria-hidden>
        {me.fullName}
      </span>
      <ChevronsUpDown size={16} aria-hidden />
    </button>
  );
}

function AccountSkeleton() {
  return (
    <span className="shell-account" aria-hidden>
      <Skeleton width="2.1333em" height="2.1333em" round />
      <Skeleton width="7em" height="0.9em" />
    </span>
  );
}
