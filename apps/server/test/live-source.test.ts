import type * as chat from '@vibe/chat';
import type * as adapter from '@vibe/ws-adapter';
import { expectTypeOf, test } from 'vitest';

test("what chat calls a live source, the adapter takes for one, though neither knows the other's", () => {
  expectTypeOf<chat.LiveSource<chat.Tracked>>().toExtend<adapter.LiveSource<chat.Tracked>>();
  expectTypeOf<adapter.Sink<chat.Tracked>>().toExtend<chat.Sink<chat.Tracked>>();
});
