/** Something in the export, or in how it was asked for, that stops the import. Its message is meant for people. */
export class ImportError extends Error {
  override name = 'ImportError';
}
