export const connectionText = {
  connecting: 'Connecting…',
  offline: 'No connection. Trying again…',
  signedOut: 'You are signed out.',
};
