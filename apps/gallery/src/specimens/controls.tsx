import type { Theme } from '@vibe/react';
import { Button, IconButton, type Segment, SegmentedControl, Spinner, SwitchField } from '@vibe/react/ui';
import { Monitor, Moon, Search, Settings, Sun } from 'lucide-react';
import { useState } from 'react';
import type { Specimen } from '../page/specimen.ts';
import { Row, State } from '../page/state.tsx';

const kinds = ['primary', 'secondary', 'danger', 'plain'] as const;
const states = { enabled: {}, busy: { isBusy: true }, disabled: { disabled: true } };
const ignore = () => {};

export const controls: readonly Specimen[] = [
  {
    id: 'buttons',
    title: 'Buttons',
    height: 500,
    render: () => (
      <>
        {Object.entries(states).map(([name, props]) => (
          <State key={name} name={name}>
            <Row>
              {kinds.map((kind) => (
                <Button key={kind} kind={kind} {...props}>
                  {kind}
                </Button>
              ))}
            </Row>
          </State>
        ))}
        <State name="icon buttons: enabled, disabled">
          <Row>
            <IconButton icon={Search} label="Search" />
            <IconButton icon={Settings} label="Settings" disabled />
          </Row>
        </State>
        <State name="a long label">
          <Button kind="primary">Zusammenfassungen herunterladen</Button>
        </State>
      </>
    ),
  },
  {
    id: 'switches',
    title: 'Switches',
    height: 340,
    render: () => (
      <>
        <TryableSwitch isOn={false} />
        <TryableSwitch isOn />
        <SwitchField label="Disabled, off" isOn={false} onChange={ignore} disabled />
        <SwitchField label="Disabled, on" hint="It cannot be changed now." isOn onChange={ignore} disabled />
      </>
    ),
  },
  { id: 'segments', title: 'Segments', height: 240, render: () => <Segments /> },
  {
    id: 'spinner',
    title: 'Spinner',
    height: 80,
    render: () => (
      <Row>
        <Spinner /> beside text
      </Row>
    ),
  },
];

function TryableSwitch({ isOn }: { isOn: boolean }) {
  const [value, setValue] = useState(isOn);
  return (
    <SwitchField
      label="Enter sends"
      hint="Otherwise it begins a new line, and Ctrl and Enter send."
      isOn={value}
      onChange={setValue}
    />
  );
}

function Segments() {
  const [theme, setTheme] = useState<Theme>('auto');
  const segments: Segment<Theme>[] = [
    { value: 'auto', label: 'Automatic', icon: Monitor },
    { value: 'light', label: 'Light', icon: Sun },
    { value: 'dark', label: 'Dark', icon: Moon },
  ];
  return (
    <>
      <SegmentedControl<Theme> label="Theme" segments={segments} value={theme} onChange={setTheme} />
      <SegmentedControl label="Disabled" segments={segments} value="dark" onChange={ignore} disabled />
    </>
  );
}
