import type { CSSProperties } from 'react';

/** A grey shape of the size of what is still loading, so that nothing moves when it comes. Sizes are CSS lengths. */
export function Skeleton({ width = '100%', height = '1em', round = false }: SkeletonProps) {
  const style: CSSProperties = { inlineSize: width, blockSize: height };
  if (round) style.borderRadius = 'var(--vc-radius-full)';
  return <span className="vc-skeleton" style={style} aria-hidden />;
}

interface SkeletonProps {
  width?: string;
  height?: string;
  round?: boolean;
}
