import { Button, ConfirmDialog, Dialog, IconButton, Menu, TextField } from '@vibe/react/ui';
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { Specimen } from '../page/specimen.ts';

const ignore = () => {};
const actions = (
  <>
    <Button>Cancel</Button>
    <Button kind="primary">Save</Button>
  </>
);

export const overlays: readonly Specimen[] = [
  {
    id: 'menu',
    title: 'Menu',
    height: 380,
    render: () => (
      <Menu
        defaultOpen
        align="start"
        trigger={<IconButton icon={Ellipsis} label="Actions" />}
        items={[
          { label: 'Copy', icon: Copy, onSelect: ignore },
          { label: 'Edit', icon: Pencil, onSelect: ignore, disabled: true },
          'separator',
          { label: 'On', isChecked: true, onSelect: ignore },
          { label: 'Until a day that takes rather many words to name', isChecked: false, onSelect: ignore },
          'separator',
          { label: 'Delete', icon: Trash2, isDangerous: true, onSelect: ignore },
        ]}
      />
    ),
  },
  {
    id: 'dialog',
    title: 'Dialog',
    height: 480,
    render: () => (
      <Dialog
        title="Your profile"
        description="Everybody you write to sees it."
        onClose={ignore}
        actions={actions}
      >
        <TextField label="Name" defaultValue="Maya Okafor" />
      </Dialog>
    ),
  },
  {
    id: 'dialog-long',
    title: 'Dialog with much in it',
    height: 480,
    render: () => (
      <Dialog
        title="A title of sixty characters, which is long for a small screen"
        onClose={ignore}
        actions={actions}
      >
        {Array.from({ length: 12 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <TextField key={row} label={`Line ${row + 1}`} />
        ))}
      </Dialog>
    ),
  },
  {
    id: 'confirm',
    title: 'Confirmation',
    height: 360,
    render: () => (
      <ConfirmDialog
        title="Leave “Saturday Runners”?"
        description="You will receive nothing of it any more. Its admins can add you again."
        confirm="Leave"
        onConfirm={ignore}
        onClose={ignore}
      />
    ),
  },
  {
    id: 'confirm-long',
    title: 'Confirmation of a long name, which fails',
    height: 400,
    render: () => (
      <ConfirmDialog
        title="Remove Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk Maximiliane?"
        description="From now on they receive nothing of this group."
        confirm="Remove"
        onConfirm={() => Promise.reject(new Error('Everything fails here.'))}
        onClose={ignore}
      />
    ),
  },
];
