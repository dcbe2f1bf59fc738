import fc from 'fast-check';

/** How often each thing happens, beside the others; in an order in which they can be done one after the other. */
const weights = {
  open: 5,
  send: 12,
  edit: 4,
  delete: 4,
  compare: 0.6,
  loadOlder: 2,
  markRead: 4,
  markDelivered: 2,
  setPreference: 2,
  renameSelf: 2,
  rename: 2,
  goOffline: 1,
  add: 5,
  setRole: 3,
  comeBack: 2,
  createDirect: 1,
  createGroup: 1,
  cut: 1,
  reload: 1,
  remove: 3,
  leave: 2,
  close: 1,
};

export type StepKind = keyof typeof weights;

/**
 * One thing that somebody does. The numbers pick among those who can do it, and among what they can do it to; `isHere`:
 * on the screen that is looked at, not on another device of theirs.
 */
export interface Step {
  do: StepKind;
  who: number;
  what: number;
  isHere: boolean;
}

/** What happens at once, each beginning before the others are done. */
export type Turn = readonly Step[];

export const stepKinds = Object.keys(weights).filter((kind): kind is StepKind => kind in weights);

const maxTurns = 80;
const number = fc.nat({ max: 1_000 });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  ...stepKinds.map((kind) => ({
    weight: weights[kind] * 10,
    arbitrary: fc.record({ do: fc.constant(kind), who: number, what: number, isHere: fc.boolean() }),
  })),
);

const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyStep) },
  { weight: 1, arbitrary: fc.array(anyStep, { minLength: 2, maxLength: 4 }) },
);

export const anyTurns: fc.Arbitrary<Turn[]> = fc.array(anyTurn, { maxLength: maxTurns, size: 'max' });

/** Each kind once here and once there, so that no run of the property goes without any of them. */
export const everyStep: Turn[] = [true, false].flatMap((isHere) =>
  stepKinds.map((kind): Turn => [{ do: kind, who: 0, what: 1, isHere }]),
);
