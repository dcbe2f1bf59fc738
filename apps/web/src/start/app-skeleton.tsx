import { ChatLook } from '@vibe/react';
import { Skeleton } from '@vibe/react/ui';
import { usePreferences } from '../preferences/use-preferences.ts';
import { text } from '../text.ts';

const rows = [62, 48, 74, 55, 68, 44, 58];

/** The shape of the chat while nobody knows yet who is signed in. */
export function AppSkeleton() {
  const { theme } = usePreferences();
  return (
    <ChatLook theme={theme}>
      <div className="shell-skeleton" role="status" aria-label={text.loading}>
        <div className="shell-skeleton-list">
          <div className="shell-skeleton-header">
            <Skeleton width="32px" height="32px" round />
            <Skeleton width="40%" height="14px" />
          </div>
          {rows.map((width) => (
            <div key={width} className="shell-skeleton-row">
              <Skeleton width="48px" height="48px" round />
              <div>
                <Skeleton width={`${width}%`} height="13px" />
                <Skeleton width={`${width + 20}%`} height="11px" />
              </div>
            </div>
          ))}
        </div>
        <div className="shell-skeleton-window" />
      </div>
    </ChatLook>
  );
}
