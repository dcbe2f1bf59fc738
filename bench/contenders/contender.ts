import type { DialectName } from '../load/dialects/all-dialects.ts';
import type { LoadPerson } from '../load/dialects/dialect.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Shape } from '../world/shape.ts';

/** A server that serves. For `await using`. */
export interface Running extends AsyncDisposable {
  dialect: DialectName;
  urls: string[];
  pids: number[];
  databaseUrl: string;
  people: LoadPerson[];
}

/** A server on a world of its own. */
export type Start = (deployment: Deployment) => Promise<Running>;

/** One side of a comparison: how it is started for the people of a shape, afresh for each round. */
export interface Contender {
  /** As the table calls it. */
  name: string;
  start(deployment: Deployment, shape: Shape): Promise<Running>;
}
