import { memo, useState } from 'react';
import { useSync } from '../provider/use-sync.ts';
import { barrierOf } from './barrier.ts';
import { BarrierNotice } from './barrier-notice.tsx';
import { ComposerForm } from './composer-form.tsx';
import type { Editing } from './editing.ts';

export interface ComposerProps {
  conversationId: number;
  /** The message that is being changed; null when a new one is written. */
  editing: Editing | null;
  /** Another message is to be changed, or none any more. Keep it the same function from render to render. */
  onEditingChange(editing: Editing | null): void;
}

/** Where one writes, or why one cannot. What is typed renders nothing else. */
export const Composer = memo(function Composer(props: ComposerProps) {
  const { conversationId, editing } = props;
  const isKnown = useSync(({ chat }) => chat.conversations.has(conversationId));
  const barrier = useSync((state) => barrierOf(state, conversationId));
  // Everything may be loaded anew while somebody writes: the field stays.
  const [knownId, setKnownId] = useState<number | null>(null);
  if (isKnown && knownId !== conversationId) setKnownId(conversationId);
  // What was written before may still be changed.
  if (barrier && !editing) return <BarrierNotice conversationId={conversationId} barrier={barrier} />;
  return knownId === conversationId ? (
    <ComposerForm {...props} />
  ) : (
    <div className="vc-composer vc-composer-waiting" />
  );
});
