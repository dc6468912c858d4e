import { headers } from 'next/headers';
import { identifyRater } from '#app/_lib/rater.ts';
import { StandingSection } from '#components/catalog/standing-section.tsx';
import { getBoard } from '#db/queries/board.ts';
import { listEndpoints } from '#db/queries/endpoints.ts';
import { listServing } from '#lib/catalog/card-answer.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

/** The model in this installation: its place on the board, and the endpoints that ask it. */
export async function CardStanding({ card }: { card: Card }) {
  const standing = await readStanding(card).catch(() => null);
  return <StandingSection standing={standing} />;
}

async function readStanding(card: Card) {
  const raterId = await identifyRater(new Request('http://127.0.0.1', { headers: await headers() }));
  const [board, endpoints] = await Promise.all([
    getBoard(raterId, boardQuerySchema.parse({ by: 'card' })),
    listEndpoints(),
  ]);
  const row = board.rows.find(({ id }) => id === card.id) ?? null;
  return { row, endpoints: listServing(card, endpoints).filter(({ enabled }) => enabled) };
}
