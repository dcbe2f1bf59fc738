const tilde = 0x7e;
const zero = 0x30;

/** What a message says: the number of its send between tildes, which nothing else in any frame has, and as much as people write. */
export const markedText = (send: number): string =>
  `~${send}~ See you at six by the north gate, and bring the other shoes.`;

/** The number of the send that a frame is about; -1 where it is about none. */
export function sendIn(frame: Buffer): number {
  const at = frame.indexOf(tilde);
  return at < 0 ? -1 : numberAt(frame, at + 1);
}

/** The whole number whose digits begin there; -1 where none do. */
export function numberAt(frame: Buffer, from: number): number {
  let value = -1;
  for (let at = from; at < frame.length; at += 1) {
    const digit = (frame[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = Math.max(value, 0) * 10 + digit;
  }
  return value;
}
