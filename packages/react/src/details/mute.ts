import { mutedForever } from '@vibe/contract';

/** How long one may mute for. `always` lasts until one turns it off. */
export const muteSpans = ['hour', 'eightHours', 'always'] as const;
export type MuteSpan = (typeof muteSpans)[number];

const hourMs = 3_600_000;

export function mutedUntil(span: MuteSpan, nowMs: number): string {
  if (span === 'always') return mutedForever;
  return new Date(nowMs + (span === 'hour' ? hourMs : 8 * hourMs)).toISOString();
}

/** `null` while it is not muted; else until when, or always. */
export function muteState(until: string | null, nowMs: number): { until: string } | 'always' | null {
  if (until === null || Date.parse(until) <= nowMs) return null;
  return until.startsWith('9999') ? 'always' : { until };
}
