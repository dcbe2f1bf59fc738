import type { ErrorData } from '@vibe/contract';
import type { ZodError } from 'zod';

/**
 * Every field that was refused and why, in the input's own terms: `{ content: 'content must not be blank' }`. What is
 * wrong with the input as a whole stands under `input`.
 */
export function describeBadInput(error: ZodError): { message: string; data: ErrorData } {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const field = path.join('.') || 'input';
    fields[field] ??= message;
  }
  const [first = ['input', 'The input is wrong.']] = Object.entries(fields);
  return { message: sentence(...first), data: { code: 'BAD_INPUT', fields } };
}

/** Messages of ours begin with the field's name; a parser's own ("Invalid input: expected boolean") does not. */
function sentence(field: string, message: string): string {
  const name = field.split('.').at(-1) ?? field;
  const isNamed = field === 'input' || message.includes(name) || message.includes(field);
  return isNamed ? message : `${field}: ${message}`;
}
