import { ApiError, readError } from '#app/_lib/client/request.ts';

type Options = {
  signal: AbortSignal;
  /** Told of the share of the file that the server has taken, 0 to 1. */
  onShare?: (share: number) => void;
};

/**
 * Sends a file as the body of a request; what it holds is told by its content. XMLHttpRequest, because fetch does not
 * tell how much has been sent.
 */
export function sendFile<Answer>(path: string, file: Blob, { signal, onShare }: Options): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  signal.addEventListener('abort', stop);
  request.open('POST', `/api/v1${path}`);
  request.setRequestHeader('content-type', 'application/x-ndjson');
  request.setRequestHeader('accept', 'application/json');
  request.upload.onprogress = ({ loaded, total }) => onShare?.(total === 0 ? 0 : loaded / total);
  request.onload = async () => {
    const response = new Response(request.responseText, { status: request.status });
    if (!response.ok) return reject(await readError(response));
    try {
      resolve(JSON.parse(request.responseText) as Answer);
    } catch (cause) {
      reject(new ApiError('bad-answer', 'The answer was not JSON.', { status: request.status, cause }));
    }
  };
  request.onerror = () => reject(new ApiError('offline', 'The server could not be reached.'));
  request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
  request.onloadend = () => signal.removeEventListener('abort', stop);
  request.send(file);
  return promise;
}
