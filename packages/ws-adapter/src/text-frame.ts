const finalText = 0x81;

/** A text as one whole, unmasked frame (RFC 6455, section 5.2), ready to be written to any number of sockets. */
export function textFrame(text: string): Buffer {
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
