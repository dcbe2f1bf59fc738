const finalText = 0x81;
const closingBrace = 0x7d;

/**
 * `{"id":1,"result":` and the result of an event, as one whole, unmasked text frame (RFC 6455, section 5.2), ready to be
 * written to any number of sockets.
 */
export function textFrame(prefix: string, result: Buffer): Buffer {
  const prefixBytes = Buffer.byteLength(prefix);
  const frame = emptyFrame(prefixBytes + result.length + 1);
  const at = frame.length - 1 - result.length - prefixBytes;
  frame.write(prefix, at);
  result.copy(frame, at + prefixBytes);
  frame[frame.length - 1] = closingBrace;
  return frame;
}

/** A text as such a frame. */
export function wholeTextFrame(text: string): Buffer {
  const payloadBytes = Buffer.byteLength(text);
  const frame = emptyFrame(payloadBytes);
  frame.write(text, frame.length - payloadBytes);
  return frame;
}

/** What a frame of ours carries. */
export const payloadOf = (frame: Buffer): Buffer =>
  frame.subarray(frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2);

/** Its payload is yet to be written. */
function emptyFrame(payloadBytes: number): Buffer {
  const headBytes = payloadBytes < 126 ? 2 : payloadBytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + payloadBytes);
  frame[0] = finalText;
  writeLength(frame, payloadBytes);
  return frame;
}

function writeLength(frame: Buffer, payloadBytes: number): void {
  if (payloadBytes < 126) frame[1] = payloadBytes;
  else if (payloadBytes < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(payloadBytes, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(payloadBytes), 2);
  }
}
