import { ApiError, readError } from '#app/_lib/client/request.ts';

const gatherBytes = 8 * 1024 * 1024;

/**
 * Fetches a file and tells how many bytes have come. Pieces become blobs as they come: browsers keep large blobs on
 * disk, so the page does not grow with the file.
 */
export async function downloadFile(
  address: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<Blob> {
  const response = await fetch(address, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ApiError('offline', 'The server could not be reached.', { cause });
  });
  if (!response.ok || response.body === null) throw await readError(response);
  const blobs: Blob[] = [];
  let gathered: BlobPart[] = [];
  let gatheredBytes = 0;
  let bytes = 0;
  const gather = () => {
    blobs.push(new Blob(gathered));
    gathered = [];
    gatheredBytes = 0;
  };
  const reader = response.body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    gathered.push(value);
    gatheredBytes += value.length;
    bytes += value.length;
    onBytes(bytes);
    if (gatheredBytes >= gatherBytes) gather();
  }
  gather();
  return new Blob(blobs, { type: response.headers.get('content-type') ?? '' });
}

/** Hands a file to the person as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next task; later is as good and always enough.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
