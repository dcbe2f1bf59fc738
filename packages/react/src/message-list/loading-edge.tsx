import { useText } from '../provider/use-chat.ts';
import { Spinner } from '../ui/spinner.tsx';

/** Where what is loaded ends, and the conversation does not: the next page is coming. Its room is always kept. */
export function LoadingEdge({ at }: { at: 'start' | 'end' }) {
  const { messages } = useText();
  return (
    <div className="vc-loading-edge" data-at={at}>
      <Spinner />
      <span className="vc-hidden">{messages.loading}</span>
    </div>
  );
}
