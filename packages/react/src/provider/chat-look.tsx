import type { ReactNode } from 'react';
import { LookContext } from './look-context.ts';
import { type LookSettings, useNewLook } from './use-look.ts';

/** The chat's colours, type and controls for a page that has no chat in it: where one signs in, say. */
export function ChatLook({ children, ...settings }: LookSettings & { children: ReactNode }) {
  const look = useNewLook(settings);
  return (
    <LookContext value={look}>
      <div className="vibe-chat" data-theme={look.theme} lang={look.locale}>
        {children}
      </div>
    </LookContext>
  );
}
