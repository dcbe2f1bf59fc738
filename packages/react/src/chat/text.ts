export const chatText = {
  nothingOpen: 'No conversation open',
  nothingOpenHint: 'Choose one from the list, or start a new one.',
};
