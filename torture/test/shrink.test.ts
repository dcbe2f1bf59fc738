import { expect, test } from 'vitest';
import { type Size, shrink } from '../shrink.ts';

const whole: Size = { faults: ['kill', 'cut', 'slow', 'redis-stop'], people: 40, minutes: 4 };

test('what needs one fault and five people shrinks to about that', async () => {
  const shows = async ({ faults, people }: Size) => faults.includes('slow') && people >= 5;
  expect(await shrink(whole, shows)).toEqual({ faults: ['slow'], people: 5, minutes: 0.5 });
});

test('what needs two faults together keeps both', async () => {
  const shows = async ({ faults }: Size) => faults.includes('kill') && faults.includes('slow');
  expect((await shrink(whole, shows)).faults).toEqual(whole.faults);
});

test('what shows only every other time is found nevertheless', async () => {
  let runs = 0;
  const shows = async ({ faults }: Size) => {
    runs += 1;
    return runs % 2 === 0 && faults.includes('cut');
  };
  expect((await shrink(whole, shows)).faults).toEqual(['cut']);
});
