'use client';

import Check from 'lucide-react/icons/check';
import IdCard from 'lucide-react/icons/id-card';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AskErrorCallout } from '#components/errors/ask-error-callout.tsx';
import { LaneMetrics } from '#components/lane/lane-metrics.tsx';
import { laneHue } from '#components/lane-letter/lane-hue.ts';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { Markdown } from '#components/markdown/markdown.tsx';
import type { AnswerView } from '#components/results/answer-tools.tsx';
import type { PlacedLane } from '#components/results/placed-lanes.ts';
import { ResultRating } from '#components/results/result-rating.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import type { Rating } from '#lib/preferences/ballot-schema.ts';

type Props = { lane: PlacedLane; rating: Rating; headingLevel: 'h2' | 'h3'; view: AnswerView };

export function ResultAnswer({ lane, rating, headingLevel: Heading, view }: Props) {
  const t = useTranslations('results');
  const { response } = lane;
  return (
    <section
      aria-label={t('answerOf', { label: lane.label, name: lane.name })}
      className="flex min-w-0 flex-col overflow-hidden rounded-lg border border-line border-t-3 bg-panel"
      style={{ borderTopColor: laneHue(lane.label) }}
    >
      <header className="flex items-center gap-2 border-line border-b px-4 py-2">
        <LaneLetter label={lane.label} />
        <Heading className="min-w-0 flex-1 truncate font-semibold">{lane.name}</Heading>
        {lane.cardId && (
          <Link
            href={`/catalog/${encodeURIComponent(lane.cardId)}`}
            aria-label={t('cardOf', { name: lane.name })}
            className={buttonClass('quiet', 'sm')}
          >
            <IdCard aria-hidden />
            {t('card')}
          </Link>
        )}
        {lane.place !== null && (
          <Badge
            tone={lane.isWinner ? 'good' : 'plain'}
            icon={lane.isWinner ? <Check aria-hidden strokeWidth={3} /> : undefined}
          >
            {t('place', { place: lane.place })}
          </Badge>
        )}
      </header>
      <div className="flex flex-col gap-3 p-4">
        {response.error && <AskErrorCallout error={response.error} name={lane.name} />}
        {response.text ? (
          <AnswerText text={response.text} view={view} />
        ) : (
          !response.error && <p className="text-faint">{t('emptyAnswer')}</p>
        )}
        <LaneMetrics response={response} />
      </div>
      <ResultRating rating={rating} />
    </section>
  );
}

/** A very long answer folds in either view. */
function AnswerText({ text, view }: { text: string; view: AnswerView }) {
  if (view === 'markdown') return <Markdown text={text} />;
  return (
    <pre
      dir="auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
      tabIndex={0}
      className="max-h-[70dvh] overflow-auto whitespace-pre-wrap break-words font-mono text-sm"
    >
      {text}
    </pre>
  );
}
