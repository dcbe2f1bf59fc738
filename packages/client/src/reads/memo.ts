/** The function's answer kept for as long as its argument lives: the same state then gives the same array. */
export function memo<K extends object, V>(read: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { answer: V }>();
  return (key) => {
    const known = answers.get(key) ?? { answer: read(key) };
    answers.set(key, known);
    return known.answer;
  };
}
