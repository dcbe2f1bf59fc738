import { useText } from '../provider/use-chat.ts';
import { Skeleton } from '../ui/skeleton.tsx';

/** As the pane will be, so that nothing jumps when it is. */
export function DetailsSkeleton() {
  const { details: text } = useText();
  return (
    <div className="vc-details-body" aria-busy>
      <p className="vc-hidden" role="status">
        {text.loading}
      </p>
      <div className="vc-details-head">
        <Skeleton width="6em" height="6em" round />
        <Skeleton width="9em" height="1.3em" />
        <Skeleton width="6em" />
      </div>
      <div className="vc-details-section">
        {[1, 2, 3].map((key) => (
          <div key={key} className="vc-details-row">
            <Skeleton height="1.2em" width={`${40 + 12 * key}%`} />
          </div>
        ))}
      </div>
    </div>
  );
}
