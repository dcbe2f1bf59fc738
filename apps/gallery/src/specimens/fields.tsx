import { PasswordField, TextAreaField, TextField } from '@vibe/react/ui';
import { type ComponentType, useState } from 'react';
import type { Specimen } from '../page/specimen.ts';

export const fields: readonly Specimen[] = [
  {
    id: 'text-fields',
    title: 'Text fields',
    height: 700,
    render: () => (
      <>
        <Written as={TextField} label="Empty" placeholder="What stands here until something does" />
        <Written as={TextField} label="With a hint" written="Maya" hint="As others see you." />
        <Written as={TextField} label="Wrong" written="maya@" problem="This is not an email address." />
        <Written as={TextField} label="Near its end" written="A name that is nearly too long" maxChars={36} />
        <Written
          as={TextField}
          label="Beyond it"
          written="A name that is too long by some characters"
          maxChars={36}
          problem="At most 36 characters."
        />
        <Written as={TextField} label="From right to left" written="ליאור בן־דוד" />
        <TextField label="Disabled" value="Not now" disabled />
      </>
    ),
  },
  {
    id: 'text-areas',
    title: 'Fields of several lines',
    height: 420,
    render: () => (
      <>
        <Written as={TextAreaField} label="What is wrong with it?" placeholder="In a few words" />
        <Written as={TextAreaField} label="It grows" written={'One\nTwo\nThree\nFour\nFive'} maxChars={24} />
      </>
    ),
  },
  {
    id: 'password-fields',
    title: 'Password fields',
    height: 260,
    render: () => (
      <>
        <Written as={PasswordField} label="Password" hint="At least 8 characters." />
        <Written
          as={PasswordField}
          label="Current password"
          written="stronger"
          problem="It is another one."
        />
      </>
    ),
  },
];

interface WrittenProps {
  as: ComponentType<FieldAttributes>;
  label: string;
  written?: string;
  hint?: string;
  problem?: string;
  placeholder?: string;
  maxChars?: number;
}

interface FieldAttributes extends Omit<WrittenProps, 'as' | 'written'> {
  value: string;
  onChange(event: { target: { value: string } }): void;
}

/** A field that can be typed into. */
function Written({ as: FieldKind, written = '', ...rest }: WrittenProps) {
  const [value, setValue] = useState(written);
  return <FieldKind {...rest} value={value} onChange={({ target }) => setValue(target.value)} />;
}
