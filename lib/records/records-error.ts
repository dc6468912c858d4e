/** A file that cannot be read on; the message says where and why. */
export class RecordsError extends Error {
  override readonly name = 'RecordsError';
}
