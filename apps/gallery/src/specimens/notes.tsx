import { Badge, Button, EmptyState, Problem, Skeleton } from '@vibe/react/ui';
import { MessagesSquare } from 'lucide-react';
import type { Specimen } from '../page/specimen.ts';
import { Row, State } from '../page/state.tsx';

const ignore = () => {};

export const notes: readonly Specimen[] = [
  {
    id: 'badges',
    title: 'Badges',
    height: 130,
    render: () => (
      <>
        {[false, true].map((isQuiet) => (
          <Row key={String(isQuiet)}>
            {[1, 12, 123, 1_234].map((count) => (
              <Badge key={count} count={count} label={`${count} unread`} isQuiet={isQuiet} />
            ))}
          </Row>
        ))}
      </>
    ),
  },
  {
    id: 'problems',
    title: 'Problems',
    height: 220,
    render: () => (
      <>
        <Problem>This person does not take messages from you.</Problem>
        <Problem onRetry={ignore}>The server cannot be reached.</Problem>
        <Problem onRetry={ignore}>
          A longer one, that says what happened, what was not done because of it, and what one can do now.
        </Problem>
      </>
    ),
  },
  {
    id: 'empty-state',
    title: 'Empty state',
    height: 320,
    render: () => (
      <EmptyState
        icon={MessagesSquare}
        title="No conversations yet"
        action={<Button kind="primary">Start one</Button>}
      >
        Whoever writes to you appears here.
      </EmptyState>
    ),
  },
  {
    id: 'skeletons',
    title: 'Skeletons',
    height: 160,
    render: () => (
      <>
        <State name="a line">
          <Skeleton width="70%" />
        </State>
        <State name="a picture">
          <Skeleton width="48px" height="48px" round />
        </State>
      </>
    ),
  },
];
