import { ChatLook } from '@vibe/react';
import type { ReactNode } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';

/** A page without a chat: a column in its middle, under the mark. */
export function ShellPage({ children }: { children: ReactNode }) {
  const { theme } = usePreferences();
  return (
    <ChatLook theme={theme}>
      <div className="shell-page">
        <main className="shell-card">
          <p className="shell-brand">
            <img className="shell-mark" src="/favicon.svg" alt="" />
            Vibe Chat
          </p>
          {children}
        </main>
      </div>
    </ChatLook>
  );
}
