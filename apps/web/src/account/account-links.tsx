import type { Profile } from '@vibe/contract';
import { Avatar } from '@vibe/react';
import { ChevronRight, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { settingsPaths } from '../address/place.ts';
import { text } from '../text.ts';

/** The ways from the settings to what is the person's own. */
export const AccountLinks = ({ me }: { me: Profile }) => (
  <ul className="shell-links">
    <AccountLink to={settingsPaths.profile} title={me.fullName} detail={text.account.profile}>
      <Avatar id={me.id} name={me.fullName} imageUrl={me.avatarUrl} size="small" />
    </AccountLink>
    <AccountLink to={settingsPaths.password} title={text.account.password}>
      <span className="shell-link-icon">
        <KeyRound size={18} aria-hidden />
      </span>
    </AccountLink>
  </ul>
);

function AccountLink({ to, title, detail, children }: AccountLinkProps) {
  return (
    <li>
      {/* It takes the place of the page it is on, so that closing leads back to the chat. */}
      <Link className="shell-link" to={to} replace state={window.history.state}>
        {children}
        <span className="shell-link-text">
          <span dir="auto">{title}</span>
          {detail && <span className="vc-field-hint">{detail}</span>}
        </span>
        <ChevronRight className="vc-directional" size={18} aria-hidden />
      </Link>
    </li>
  );
}

interface AccountLinkProps {
  to: string;
  title: string;
  detail?: string;
  children: ReactNode;
}
