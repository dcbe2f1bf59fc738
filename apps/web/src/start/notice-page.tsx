import type { ReactNode } from 'react';
import { usePageTitle } from '../page-title/use-page-title.ts';
import { ShellPage } from './shell-page.tsx';

/** A sentence in place of everything, and what can be done about it. */
export function NoticePage({ title, lead, action }: { title: string; lead: string; action: ReactNode }) {
  usePageTitle({ page: title });
  return (
    <ShellPage>
      <div className="shell-notice" role="alert">
        <h1 className="shell-title">{title}</h1>
        <p className="shell-lead">{lead}</p>
        {action}
      </div>
    </ShellPage>
  );
}
