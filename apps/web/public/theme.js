// Before anything is drawn, so that a dark page is never white first. What it reads is written by src/preferences.
try {
  const { theme } = JSON.parse(localStorage.getItem('vibe-chat:preferences') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is kept here, or it may not be read: the system's theme it is.
}
