import { Button } from '@vibe/react/ui';
import { Component, type ReactNode } from 'react';
import { text } from '../text.ts';
import { NoticePage } from './notice-page.tsx';

/** What could not be drawn, or not be loaded since a newer version has taken its place, ends here and not in a white page. */
export class CrashGuard extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    const { title, lead, reload } = text.crashed;
    const action = (
      <Button kind="primary" onClick={() => window.location.reload()}>
        {reload}
      </Button>
    );
    return <NoticePage title={title} lead={lead} action={action} />;
  }
}
