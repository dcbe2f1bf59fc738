import type { Page } from '@playwright/test';
import type { World } from '../world/start-world.ts';

/** Whose browser it is. */
export type Viewer = 'maya' | 'newcomer' | 'nobody';

export interface Stage {
  page: Page;
  world: World;
}

/** One screen in one state. Showing it may be repeated: it leaves the world as it was. */
export interface Scene {
  name: string;
  viewer?: Viewer;
  /** Where there is only one such screen. */
  only?: 'desk' | 'phone';
  /** It differs from another one in what people are called and say: only the eye judges that. */
  isVariant?: boolean;
  show(stage: Stage): Promise<void>;
}

/** Holds calls of these procedures for ever: what waits for them goes on waiting. */
export const hold = ({ page }: Stage, procedure: string): Promise<unknown> =>
  page.route(callsOf(procedure), () => {});

/** Lets no call of these procedures get through. */
export const cutOff = ({ page }: Stage, procedure: string): Promise<unknown> =>
  page.route(callsOf(procedure), (route) => route.abort());

/** Refuses calls of these procedures for good, each in a request with others of its kind. */
export const refuse = ({ page }: Stage, procedure: string): Promise<unknown> =>
  page.route(callsOf(procedure), (route) => {
    const calls = new URL(route.request().url()).pathname.split(',');
    const data = { code: 'FORBIDDEN', httpStatus: 403, chat: { code: 'FORBIDDEN' } };
    const error = { message: 'You may not read this conversation.', code: -32_003, data };
    return route.fulfill({ status: 403, json: calls.map(() => ({ error })) });
  });

/** Several calls may share a request, and its address. */
const callsOf = (procedure: string): RegExp => new RegExp(`/trpc/([^?]*,)?${procedure.replace('.', '[.]')}`);
