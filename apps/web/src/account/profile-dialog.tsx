import type { Profile } from '@vibe/contract';
import { limits } from '@vibe/contract';
import { Avatar, useChat } from '@vibe/react';
import { TextField } from '@vibe/react/ui';
import { useState } from 'react';
import { checkAvatarUrl, checkFullName, problemsOf } from '../form/checks.ts';
import { useForm } from '../form/use-form.ts';
import { text } from '../text.ts';
import { FormDialog } from './form-dialog.tsx';

const words = text.profile;

export function ProfileDialog({ me, onClose }: { me: Profile; onClose(): void }) {
  const { sync } = useChat();
  const form = useForm({
    initial: { fullName: me.fullName, avatarUrl: me.avatarUrl ?? '' },
    check: ({ fullName, avatarUrl }) =>
      problemsOf({ fullName: checkFullName(fullName), avatarUrl: checkAvatarUrl(avatarUrl.trim()) }),
    async send({ fullName, avatarUrl }) {
      await sync.updateProfile({ fullName: fullName.trim(), avatarUrl: avatarUrl.trim() || null });
      onClose();
    },
  });
  const { fullName, avatarUrl } = form.values;
  // Not while it is being typed: each letter would ask another address for a picture.
  const [picture, setPicture] = useState(me.avatarUrl);
  const showPicture = () => setPicture(checkAvatarUrl(avatarUrl.trim()) ? null : avatarUrl.trim() || null);
  return (
    <FormDialog title={words.title} submit={words.save} form={form} onClose={onClose}>
      <div className="shell-profile">
        <Avatar id={me.id} name={fullName} imageUrl={picture} size="large" />
        {me.email !== null && <p className="vc-field-hint">{me.email}</p>}
      </div>
      <TextField
        {...form.field('fullName')}
        label={words.fullName}
        maxChars={limits.nameChars}
        autoComplete="name"
        autoFocus
      />
      <TextField
        {...form.field('avatarUrl')}
        onBlur={showPicture}
        label={words.avatarUrl}
        hint={words.avatarUrlHint}
        type="url"
        inputMode="url"
        dir="ltr"
        autoComplete="photo"
      />
    </FormDialog>
  );
}
