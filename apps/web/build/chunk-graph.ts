/** A built file: the files that it imports before it runs, and those that it asks for later. */
export interface Chunk {
  file: string;
  imports?: readonly string[];
}

/** These chunks and all that they import, each once. `find` knows a chunk by what others call it. */
export function closureOf<C extends Chunk>(
  names: readonly string[],
  find: (name: string) => C | undefined,
): C[] {
  const found = new Map<string, C>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    const chunk = find(name);
    if (!chunk) throw new Error(`The build has no chunk "${name}".`);
    found.set(name, chunk);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return [...found.values()];
}
