import { act, render } from '@testing-library/react';
import type { ChatClient } from '@vibe/client';
import { createFakeApi, startSync } from '@vibe/client/testing';
import { vi } from 'vitest';
import { ChatWindow } from '../src/chat-window/chat-window.tsx';
import { ChatProvider, type ChatSettings } from '../src/provider/chat-provider.tsx';

/** The window of a group that the person is in, over a server of functions. Timers have to be fake. */
export async function openWindow(
  answers: Parameters<typeof startSync>[0] = {},
  { conversationId = 1, ...settings }: ChatSettings & { conversationId?: number } = {},
) {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  const started = await startSync(answers);
  const client: ChatClient = {
    api: createFakeApi({}).api,
    sync: started.sync,
    async *changes() {},
    close: async () => {},
  };
  const steps = (...all: Parameters<typeof started.model.apply>) =>
    act(async () => {
      const events = started.model.apply(...all);
      for (const event of events) started.stream().tell(event, 'c2');
    });
  await act(async () => started.stream().tell({ type: 'caughtUp' }, 'c1'));
  const onBack = vi.fn();
  const view = render(
    <ChatProvider client={client} locale="en" {...settings}>
      <ChatWindow target={{ conversationId }} onBack={onBack} />
    </ChatProvider>,
  );
  await act(async () => vi.advanceTimersByTimeAsync(0));
  return {
    ...started,
    onBack,
    /** Does something at the server, and tells of it. */
    steps,
    callsOf: (path: string) => started.calls.filter((call) => call.path === path),
    [Symbol.dispose]() {
      view.unmount();
      started[Symbol.dispose]();
    },
  };
}
