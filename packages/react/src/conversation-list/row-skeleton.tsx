import { Skeleton } from '../ui/skeleton.tsx';

const avatarSize = 'calc(var(--vc-font-size) * 3.2)';

/** As high as a row. */
export const RowSkeleton = () => (
  <div className="vc-row" aria-hidden>
    <Skeleton width={avatarSize} height={avatarSize} round />
    <span className="vc-row-words">
      <span className="vc-row-line">
        <Skeleton width="45%" height="0.8em" />
      </span>
      <span className="vc-row-line">
        <Skeleton width="75%" height="0.8em" />
      </span>
    </span>
  </div>
);
