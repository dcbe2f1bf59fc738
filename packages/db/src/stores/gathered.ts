import { gatheringPace } from '@vibe/chat';

interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Turns a question about many into one about a single thing, asked for all who ask at about the same time. Who asks alone
 * does not wait: what is asked in one turn of the event loop goes together at its end. Where many ask they gather for the next
 * question (`gatheringPace`), or until fewer than `atOnce` are under way.
 *
 * Nobody joins a question that was sent before they asked: whatever was committed by then is in every answer.
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
  const pace = gatheringPace();

  const schedule = (): void => {
    if (isScheduled || underWay >= atOnce || waiting.length === 0) return;
    isScheduled = true;
    const waitMs = pace.waitMs();
    if (waitMs > 0 && waiting.length < most) setTimeout(send, waitMs);
    else setImmediate(send);
  };
  const send = (): void => {
    isScheduled = false;
    const asked = waiting.splice(0, most);
    pace.sent(asked.length);
    underWay += 1;
    void answer(load, asked).then(() => {
      underWay -= 1;
      schedule();
    });
    schedule();
  };

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ item, resolve, reject });
    schedule();
    return promise;
  };
}

async function answer<Item, Answer>(
  load: (items: Item[]) => Promise<Answer[]>,
  asked: Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const answers = await load(asked.map(({ item }) => item));
    if (answers.length !== asked.length) {
      throw new Error(`${asked.length} were asked for, and ${answers.length} answered`);
    }
    answers.forEach((found, index) => {
      asked[index]?.resolve(found);
    });
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}
