import { SettingsError } from '#lib/settings.ts';

/** A failure whose message says all a person needs: no stack is shown. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

const sqliteReadOnly = 8;
const sqliteFull = 13;
const sqliteCannotOpen = 14;

/** What to tell the person who typed the command. */
export function explainError(error: unknown, dataDirectory?: string): string {
  if (error instanceof StartError || error instanceof SettingsError) return error.message;
  const full = `The disk of the data folder ${dataDirectory} is full: free some space, or set DATA_DIR to another disk.`;
  const closed = `The data folder ${dataDirectory} cannot be written: give this user the right to, or set DATA_DIR to another folder.`;
  const { code, errcode, message } = detailsOf(error);
  if (code === 'ENOSPC' || errcode === sqliteFull || message.includes('No space left on device')) return full;
  if (errcode === sqliteReadOnly || errcode === sqliteCannotOpen) return closed;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code)) return `${closed}\n(${message})`;
  return message;
}

function detailsOf(error: unknown): { code: string; errcode: unknown; message: string } {
  if (!(error instanceof Error)) return { code: '', errcode: undefined, message: String(error) };
  return {
    code: 'code' in error ? String(error.code) : '',
    errcode: 'errcode' in error ? error.errcode : undefined,
    message: error.message,
  };
}
