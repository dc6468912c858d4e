import type { z } from 'zod';
import { answer } from '#app/_lib/route.ts';
import { putBallot } from '#db/queries/ballots.ts';
import type { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import type { RaterId } from '#lib/rater.ts';

type Given = { raterId: RaterId; params: { id: string }; body: z.infer<typeof ballotInputSchema> };

/** Stores a ballot and tells who is who; 201 for the first one on the turn. */
export async function answerBallot({ raterId, params, body }: Given): Promise<Response> {
  const { ballot, reveal, excluded, isNew } = await putBallot(raterId, params.id, body);
  return answer({ ballot, reveal, excluded }, isNew ? 201 : 200);
}
