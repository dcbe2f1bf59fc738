import type { Specimen } from '../page/specimen.ts';
import { chat } from './chat.tsx';
import { composer } from './composer.tsx';
import { controls } from './controls.tsx';
import { details } from './details.tsx';
import { fields } from './fields.tsx';
import { notes } from './notes.tsx';
import { overlays } from './overlays.tsx';
import { people } from './people.tsx';

export const specimens: readonly Specimen[] = [
  ...controls,
  ...fields,
  ...notes,
  ...overlays,
  ...people,
  ...details,
  ...chat,
  ...composer,
];
