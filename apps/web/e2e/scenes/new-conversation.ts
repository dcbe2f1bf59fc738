import { expect } from '@playwright/test';
import type { Scene, Stage } from './scene.ts';

async function openForm({ page }: Stage) {
  await page.goto('/');
  await page.getByRole('button', { name: 'New conversation' }).first().click();
  const form = page.getByRole('dialog', { name: 'New conversation' });
  await expect(form.getByRole('option').first()).toBeVisible();
  return form;
}

async function pick(stage: Stage, people: readonly string[]) {
  const form = await openForm(stage);
  for (const person of people) {
    await form.getByRole('combobox').fill(person);
    await form.getByRole('option', { name: person }).click();
  }
  return form;
}

export const newConversation: Scene[] = [
  {
    name: 'new-conversation',
    show: async (stage) => void (await openForm(stage)),
  },
  {
    name: 'new-conversation-found',
    async show(stage) {
      const form = await openForm(stage);
      await form.getByRole('combobox').fill('na');
      await expect(form.getByRole('option', { name: 'Ana Souza' })).toBeVisible();
      await form.getByRole('combobox').press('ArrowDown');
      await expect(form.locator('[data-active]')).toBeVisible();
    },
  },
  {
    name: 'new-conversation-nobody',
    async show(stage) {
      const form = await openForm(stage);
      await form.getByRole('combobox').fill('swimming pool');
      await expect(form.getByText('Nobody found')).toBeVisible();
    },
  },
  {
    name: 'new-conversation-chips',
    async show(stage) {
      const form = await pick(stage, ['Ana Souza', 'Leo Fischer', 'Wilhelmina', 'نور', 'Rindfleisch']);
      await form.getByLabel('Group name').fill('Ramadan runs, שבת, and coffee');
    },
  },
  {
    name: 'new-conversation-problems',
    async show(stage) {
      const form = await pick(stage, ['Ana Souza', 'Leo Fischer']);
      await form.getByRole('button', { name: 'Create group' }).click();
      await expect(form.getByText('Give the group a name.')).toBeVisible();
    },
  },
];
