import { act, render } from '@testing-library/react';
import type { ChatClient } from '@vibe/client';
import { createFakeApi, startSync } from '@vibe/client/testing';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { ChatProvider, type ChatSettings } from '../src/provider/chat-provider.tsx';

type Answers = NonNullable<Parameters<typeof startSync>[0]>;

/** A part of the chat over a server of functions, on a screen 720 pixels high. Timers have to be fake. */
export async function showInChat(
  part: ReactNode,
  answers: Answers = {},
  settings: ChatSettings = {},
  { isLoaded = true } = {},
) {
  stubLayout();
  const started = await startSync(answers);
  const { api, calls } = createFakeApi(answers);
  const client: ChatClient = { api, sync: started.sync, async *changes() {}, close: async () => {} };
  if (isLoaded) await act(async () => started.stream().tell({ type: 'caughtUp' }, 'c1'));
  const view = render(
    <ChatProvider client={client} locale="en" {...settings}>
      {part}
    </ChatProvider>,
  );
  await act(async () => vi.advanceTimersByTimeAsync(0));
  return {
    ...started,
    /** Calls that the part made by itself. */
    calls,
    view,
    [Symbol.dispose]() {
      view.unmount();
      started[Symbol.dispose]();
    },
  };
}

const rowPx = 72;

/** There is no layout in the DOM that tests run in: every row is as high as another. */
export function stubLayout(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(360);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(10 * rowPx);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowPx);
  HTMLElement.prototype.scrollIntoView = () => {};
}
