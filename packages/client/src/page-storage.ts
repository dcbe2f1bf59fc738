/** The page's `localStorage`; null where there is no page, or it is forbidden. */
export function pageStorage(): Storage | null {
  try {
    return 'document' in globalThis ? globalThis.localStorage : null;
  } catch {
    return null;
  }
}
