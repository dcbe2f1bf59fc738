/** Rises when the format changes; a cursor of another version is answered with `reset`. */
const formatVersion = '1';

/** As long as `StreamInput` lets a cursor be. */
const maxChars = 200;
const maxMark = 2n ** 63n - 1n;

export interface Cursor {
  /** The database and timeline that the mark belongs to, as `ChangeLog.epoch` names it. */
  epoch: string;
  /** Everything that transactions below it wrote is known to its holder. */
  mark: bigint;
}

/** An opaque string, safe in addresses and headers. `epoch` may be up to 100 characters of ASCII. */
export const encodeCursor = (epoch: string, mark: bigint): string =>
  formatVersion + Buffer.from(`${epoch}.${mark}`, 'latin1').toString('base64url');

const tagPattern = /\.[\da-z]{1,24}$/;

/**
 * The same cursor, under a tag that means nothing. Many events come under one cursor; tRPC's client, while it moves a
 * stream from one socket to another, takes two events with one id for the same, and drops the second.
 */
export function tagCursor(cursor: string, tag: string): string {
  const tagged = `${cursor.replace(tagPattern, '')}.${tag}`;
  // Somebody may have sent us what was no cursor: it must not grow into what is no input.
  return tagged.length <= maxChars ? tagged : cursor;
}

/** Whatever the tag. Null when it is not a string that `encodeCursor` made. */
export function decodeCursor(text: string): Cursor | null {
  if (text.length > maxChars || !text.startsWith(formatVersion)) return null;
  const untagged = text.replace(tagPattern, '');
  const plain = Buffer.from(untagged.slice(formatVersion.length), 'base64url').toString('latin1');
  const [, epoch, digits] = /^([\x20-\x7e]{1,100})\.(0|[1-9]\d{0,18})$/.exec(plain) ?? [];
  if (epoch === undefined || digits === undefined) return null;
  const mark = BigInt(digits);
  return mark <= maxMark && encodeCursor(epoch, mark) === untagged ? { epoch, mark } : null;
}
