import { createRoot } from 'react-dom/client';
import '@vibe/react/styles.css';
import { behaveInFrame } from './page/behave-in-frame.ts';
import { Gallery } from './page/gallery.tsx';
import { Stage } from './page/stage.tsx';
import { specimens } from './specimens/all.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

if (window !== window.parent) behaveInFrame();
const asked = new URLSearchParams(location.search);
const specimen = specimens.find(({ id }) => id === asked.get('specimen'));
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

createRoot(root).render(
  specimen ? <Stage specimen={specimen} theme={theme} /> : <Gallery specimens={specimens} />,
);
