/** The page's element of that id. @throws Error where it has none, or one of another kind */
export function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no #${id} of that kind.`);
}
