export const uiText = {
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  loading: 'Loading…',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
};
