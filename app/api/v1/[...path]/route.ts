import { toErrorResponse } from '#app/_lib/error-response.ts';
import { AppError } from '#lib/errors.ts';

const refuse = async () => toErrorResponse(new AppError('not-found', 'There is nothing at this address.'));

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
