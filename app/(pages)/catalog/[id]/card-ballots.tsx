import { RecentBallots } from '#components/catalog/recent-ballots.tsx';
import { listPreferences } from '#db/queries/preferences.ts';

/** Comes after the rest of the page: the card itself needs no database. */
export async function CardBallots({ cardId }: { cardId: string }) {
  const log = await listPreferences({ card: cardId }, { limit: 5 }).catch(() => null);
  return <RecentBallots cardId={cardId} log={log} />;
}
