/**
 * Turns what a wall clock shows into an instant.
 *
 * @param wallMs the reading, as milliseconds since 1970 as though the clock ran on UTC
 * @param notBeforeMs the instant of the message before: it tells the two passes of a repeated hour apart
 */
export type WallClock = (wallMs: number, notBeforeMs: number) => Date;

const DAY_MS = 24 * 60 * 60 * 1000;

/** True for names that the machine's time zone data knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clock of an IANA time zone. A reading that the clock skipped in spring is taken as if it had not been
 * put forward yet (02:30 becomes 03:30). One that it showed twice in autumn is the first of the two instants
 * that is not before the message before, so that order and time agree.
 */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = offsets(timeZone);
  const offsetOnDay = remembered((day) => offsetAt(day * DAY_MS));
  return (wallMs, notBeforeMs) => {
    const day = Math.floor(wallMs / DAY_MS);
    const before = offsetOnDay(day - 1);
    const after = offsetOnDay(day + 2);
    if (before === after) return new Date(wallMs - before);
    const instants = [wallMs - before, wallMs - after]
      .filter((instant) => wallMs - instant === offsetAt(instant))
      .sort((a, b) => a - b);
    return new Date(instants.find((instant) => instant >= notBeforeMs) ?? instants[0] ?? wallMs - before);
  };
}

/** Looks up a zone's offset from UTC at an instant, both in milliseconds; east is positive. */
function offsets(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (instantMs) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instantMs)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  };
}

function remembered(compute: (key: number) => number): (key: number) => number {
  const known = new Map<number, number>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
