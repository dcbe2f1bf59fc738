import type { HouseProcess } from '../people/house-process.ts';
import type { Scene } from './fault.ts';

export function someHouse({ houses, random }: Scene): { what: string; house: HouseProcess } {
  const house = random.pick(houses);
  if (!house) throw new Error('Nobody lives anywhere.');
  return { what: `people ${house.numbers.join(' ')}`, house };
}
