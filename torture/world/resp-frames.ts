/** Whole values of Redis's protocol (RESP 2 and 3) in what has come so far, and the rest. */
export function splitFrames(bytes: Buffer): { frames: Buffer[]; rest: Buffer } {
  const frames: Buffer[] = [];
  let at = 0;
  for (let end = frameEnd(bytes, at); end > 0; end = frameEnd(bytes, at)) {
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return { frames, rest: bytes.subarray(at) };
}

/** Whether it is what somebody published, told to a subscriber. */
export const isPublished = (frame: Buffer): boolean => /^[*>]3\r\n\$7\r\nmessage\r\n/.test(head(frame));

const head = (frame: Buffer): string => frame.subarray(0, 24).toString('latin1');

/** Where the value that begins there ends; 0 where it has not all come yet. */
function frameEnd(bytes: Buffer, at: number): number {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd < 0) return 0;
  const next = lineEnd + 2;
  const kind = String.fromCharCode(bytes[at] ?? 0);
  const count = Number(bytes.toString('latin1', at + 1, lineEnd));
  if ('$=!'.includes(kind)) return count < 0 ? next : wholeOr0(bytes, next + count + 2);
  if ('*~>'.includes(kind)) return valuesEnd(bytes, next, count);
  if (kind === '%') return valuesEnd(bytes, next, 2 * count);
  return next;
}

const wholeOr0 = (bytes: Buffer, end: number): number => (end <= bytes.length ? end : 0);

function valuesEnd(bytes: Buffer, at: number, count: number): number {
  let end = at;
  for (let left = count; left > 0 && end > 0; left -= 1) end = frameEnd(bytes, end);
  return end;
}
