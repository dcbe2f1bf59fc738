import { z } from 'zod';

/** Length in Unicode code points, counted only as far as needed to compare it with `max`. */
const isLongerThan = (text: string, max: number): boolean =>
  text.length > max && (text.length > 2 * max || [...text].length > max);

/**
 * Text that comes back byte for byte: neither trimmed nor normalised.
 * Refused by name: the NUL character (Postgres has no place for it), ill-formed UTF-16 (a lone surrogate would
 * silently become U+FFFD on its way to the database), and more than `max` characters.
 */
export const freeText = (label: string, max: number) =>
  z.string({ error: `${label} must be text` }).superRefine((text, ctx) => {
    const refuse = (message: string) => ctx.addIssue({ code: 'custom', message: `${label} ${message}` });
    if (isLongerThan(text, max)) refuse(`must be at most ${max.toLocaleString('en')} characters long`);
    if (text.includes('\0')) refuse('must not contain the NUL character');
    if (!text.isWellFormed()) refuse('must be well-formed Unicode, but it has half of a surrogate pair');
  });

/** As `freeText`, and not blank. */
export const text = (label: string, max: number) =>
  freeText(label, max).refine((value) => value.trim() !== '', { error: `${label} must not be blank` });
