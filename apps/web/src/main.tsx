import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@vibe/react/styles.css';
import './shell.css';
import { App, prefetchLikelyPage } from './app.tsx';

prefetchLikelyPage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
