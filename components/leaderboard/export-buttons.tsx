'use client';

import Download from 'lucide-react/icons/download';
import { useTranslations } from 'next-intl';
import { boardCsv } from '#components/leaderboard/board-export.ts';
import { Button } from '#components/ui/button.tsx';
import type { Board } from '#lib/rating/board-answer.ts';

/** What the page shows, as a file. */
export function ExportButtons({ board }: { board: Board }) {
  const t = useTranslations('leaderboard.export');
  return (
    <span className="inline-flex gap-2">
      <Button
        size="sm"
        aria-label={t('csvLabel')}
        // The mark makes spreadsheets read UTF-8.
        onClick={() => save(`\uFEFF${boardCsv(board)}`, 'text/csv', 'leaderboard.csv')}
      >
        <Download aria-hidden />
        {t('csv')}
      </Button>
      <Button
        size="sm"
        aria-label={t('jsonLabel')}
        onClick={() => save(JSON.stringify(board, null, 2), 'application/json', 'leaderboard.json')}
      >
        <Download aria-hidden />
        {t('json')}
      </Button>
    </span>
  );
}

function save(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
