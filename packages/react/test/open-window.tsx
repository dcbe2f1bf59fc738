import { act, render } from '@testing-library/react';
import type { ChatClient } from '@vibe/client';
import { createFakeApi, startSync } from '@vibe/client/testing';
import { vi } from 'vitest';
import { ChatWindow } from '../src/chat-window/chat-window.tsx';
import { ChatProvider, type ChatSettings } from '../src/provider/chat-provider.tsx';
import type { OpenConversation } from '../src/provider/open-conversation.ts';

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
  const inChat = (target: OpenConversation | null) => (
    <ChatProvider client={client} locale="en" {...settings}>
      <ChatWindow target={target} onBack={onBack} />
    </ChatProvider>
  );
  const view = render(inChat({ conversationId }));
  await act(async () => vi.advanceTimersByTimeAsync(0));
  return {
    ...started,
    onBack,
    /** Goes to another conversation, or to none. */
    go: (target: OpenConversation | null) => act(async () => view.rerender(inChat(target))),
    /** Does something at the server, and tells of it. */
    steps,
    callsOf: (path: string) => started.calls.filter((call) => call.path === path),
    [Symbol.dispose]() {
      view.unmount();
      started[Symbol.dispose]();
    },
  };
}
