import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LeaderboardView } from '#app/(pages)/leaderboard/_view/leaderboard-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaderboard');
  return { title: t('title') };
}

export default function LeaderboardPage() {
  return <LeaderboardView />;
}
