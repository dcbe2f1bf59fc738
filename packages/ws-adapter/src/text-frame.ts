const finalText = 0x81;
const closingBrace = 0x7d;

/**
 * `{"id":1,"result":` and the result of an event, as one whole, unmasked text frame (RFC 6455, section 5.2), ready to be
 * written to any number of sockets.
 */
export function textFrame(prefix: string, result: Buffer): Buffer {
  const prefixBytes = Buffer.byteLength(prefix);
  const payloadBytes = prefixBytes + result.length + 1;
  const headBytes = payloadBytes < 126 ? 2 : payloadBytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + payloadBytes);
  frame[0] = finalText;
  writeLength(frame, payloadBytes);
  frame.write(prefix, headBytes);
  result.copy(frame, headBytes + prefixBytes);
  frame[frame.length - 1] = closingBrace;
  return frame;
}

/** What a frame of ours carries. */
export const payloadOf = (frame: Buffer): Buffer =>
  frame.subarray(frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2);

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
