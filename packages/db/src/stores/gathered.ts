interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Turns a question about many into one about a single thing, asked for all who ask at about the same time. Who asks alone
 * does not wait: what is asked in one turn of the event loop goes together at its end; while `atOnce` questions are under
 * way, what comes gathers for the next one. Nobody joins a question that was sent before they asked, so that what was
 * committed by then is in every answer.
 *
 * @param load answers for each item, in their order. When it throws, all of them are told.
 */
export function gathered<Item, Answer>(
  load: (items: Item[]) => Promise<Answer[]>,
  { most, atOnce }: { most: number; atOnce: number },
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled || underWay >= atOnce || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void send(waiting.splice(0, most));
      schedule();
    });
  };
  const send = async (asked: Waiting<Item, Answer>[]): Promise<void> => {
    underWay += 1;
    try {
      const answers = await load(asked.map(({ item }) => item));
      if (answers.length !== asked.length)
        throw new Error(`${asked.length} asked, ${answers.length} answered`);
      answers.forEach((answer, index) => {
        asked[index]?.resolve(answer);
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      underWay -= 1;
      schedule();
    }
  };

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ item, resolve, reject });
    schedule();
    return promise;
  };
}
