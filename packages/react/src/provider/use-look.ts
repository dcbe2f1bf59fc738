import { useContext, useMemo } from 'react';
import { createFormat } from '../format/create-format.ts';
import { type TextChanges, withTextChanges } from '../text/text.ts';
import { type Look, LookContext, type Theme } from './look-context.ts';

export interface LookSettings {
  /** `auto` follows the person's system. */
  theme?: Theme | undefined;
  /** A BCP 47 tag; the browser's language by default. */
  locale?: string | undefined;
  /** Words of yours in place of ours, as far as you give them. Keep it the same object from render to render. */
  text?: TextChanges | undefined;
}

export function useNewLook({
  theme = 'auto',
  locale = navigator.language,
  text: changes,
}: LookSettings): Look {
  const text = useMemo(() => withTextChanges(changes), [changes]);
  const format = useMemo(() => createFormat(locale), [locale]);
  return useMemo(() => ({ text, format, theme, locale }), [text, format, theme, locale]);
}

/** How the provider above, or the page around, wants it. @throws Error outside of one */
export function useLook(): Look {
  const look = useContext(LookContext);
  if (!look) throw new Error('This part belongs inside a <ChatProvider>.');
  return look;
}
