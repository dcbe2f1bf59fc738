import { Skeleton } from '../ui/skeleton.tsx';

/** As high as a member's row. */
export function MemberSkeleton() {
  return (
    <div className="vc-member" aria-hidden>
      <Skeleton width="40px" height="40px" round />
      <span className="vc-member-words">
        <Skeleton width="60%" height="0.9em" />
        <Skeleton width="35%" height="0.7em" />
      </span>
    </div>
  );
}
