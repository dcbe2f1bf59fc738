interface PassingRowProps {
  isOwn: boolean;
  /** There is room for a picture before others' bubbles. */
  isInGroup: boolean;
  /** In pixels of the canvas. */
  start: number;
  /** As large as the message most likely is, in pixels. */
  size: number;
}

/** Stands for a message that goes by too fast to be read. */
export function PassingRow({ isOwn, isInGroup, start, size }: PassingRowProps) {
  return (
    <div
      className="vc-item vc-passing"
      data-own={isOwn}
      data-in-group={isInGroup}
      style={{ transform: `translateY(${start}px)`, blockSize: size }}
      aria-hidden
    />
  );
}
