import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ImportError } from './import-error.ts';

/**
 * Reads a text file line by line: UTF-8, or UTF-16 with a byte order mark; lines end with LF or CRLF.
 * (Not `node:readline`: it also breaks lines at U+2028, which may be part of a message.)
 *
 * @throws ImportError for a ZIP archive
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path));
  let unfinished = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(chunk, { stream: true });
    if (!text.includes('\n')) {
      unfinished += text;
      continue;
    }
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  unfinished += decoder.decode();
  if (unfinished !== '') yield withoutReturn(unfinished);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

async function encodingOf(path: string): Promise<string> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  if (buffer.toString('latin1') === 'PK\x03\x04') {
    throw new ImportError(`${path} is a ZIP archive. Unpack it first, and import what is inside.`);
  }
  const start = buffer.readUInt16BE(0);
  if (start === 0xfffe) return 'utf-16le';
  return start === 0xfeff ? 'utf-16be' : 'utf-8';
}
