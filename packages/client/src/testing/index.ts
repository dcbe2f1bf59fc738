export { createModel, ownId, type Step } from './conversation-model.ts';
export { createFakeApi, type FakeStream, refusal, unreachable } from './fake-api.ts';
export { startSync } from './start-sync.ts';
