/** Stands for a message that goes by too fast to be read; as large as the message most likely is, in pixels. */
export function PassingRow({ isOwn, start, size }: { isOwn: boolean; start: number; size: number }) {
  return (
    <div
      className="vc-item vc-passing"
      data-own={isOwn}
      style={{ transform: `translateY(${start}px)`, blockSize: size }}
      aria-hidden
    />
  );
}
