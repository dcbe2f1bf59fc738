import { expect } from '@playwright/test';
import type { Scene, Stage } from './scene.ts';

/** Nothing comes over the socket, and the page goes on trying. It stays so: these scenes are a page's last. */
async function openOffline({ page }: Stage, path: string): Promise<void> {
  await page.routeWebSocket(/trpc/, (socket) => socket.close());
  await page.goto(path);
  await expect(page.locator('.vc-connection-notice')).toBeVisible();
}

export const offline: Scene[] = [
  { name: 'list-offline', show: (stage) => openOffline(stage, '/') },
  {
    name: 'window-offline',
    show: (stage) => openOffline(stage, `/c/${stage.world.conversationIds.ana}`),
  },
];
