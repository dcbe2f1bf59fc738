import { hash } from 'node:crypto';

// Random, and never to change: every id of every import made so far depends on it.
const NAMESPACE = Buffer.from('5b1f0c7e2f7d4a55a1c0d2b8c3b9e6f4', 'hex');

/** A version 5 UUID (RFC 9562, name-based) of any text; equal texts give equal ids. */
export function stableId(name: string): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'buffer');
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Ids for things that have no identity but what they say. The second, third … of equal names are numbered
 * from the start, so what is added at the end of an export later changes no earlier id.
 */
export function occurrenceIds(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const id = stableId(name);
    const earlier = seen.get(id) ?? 0;
    seen.set(id, earlier + 1);
    return earlier === 0 ? id : stableId(`${id}\noccurrence ${earlier}`);
  };
}
