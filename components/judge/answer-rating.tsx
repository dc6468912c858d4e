import { useTranslations } from 'next-intl';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { Scale } from '#components/judge/scale.tsx';
import { ThumbChoice } from '#components/judge/thumb-choice.tsx';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Rating } from '#lib/preferences/ballot-schema.ts';
import { type Flag, flags } from '#lib/preferences/flags.ts';

type Props = { lane: JudgeLane; rating: Rating; onRate: (change: Partial<Rating>) => void };

const fivePointScales = ['helpful', 'honest', 'harmless', 'followsInstruction'] as const;

/** All that can be said about one answer by itself. */
export function AnswerRating({ lane, rating, onRate }: Props) {
  const t = useTranslations('judge');
  const ends = [t('scaleLow'), t('scaleHigh')] as const;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 rounded-lg border border-line px-4 pb-4">
      <legend className="flex items-center gap-2 px-1 font-medium">
        <LaneLetter label={lane.label} />
        {lane.name ?? t('answer', { label: lane.label })}
      </legend>
      <ThumbChoice value={rating.thumb ?? null} onChange={(thumb) => onRate({ thumb: thumb ?? undefined })} />
      <p className="text-faint text-xs">{t('scaleEnds', { low: ends[0], high: ends[1] })}</p>
      <Scale
        label={t('overall')}
        ends={ends}
        points={7}
        value={rating.overall ?? null}
        onChange={(overall) => onRate({ overall })}
      />
      {fivePointScales.map((scale) => (
        <Scale
          key={scale}
          label={t(scale)}
          ends={ends}
          points={5}
          value={rating[scale] ?? null}
          onChange={(value) => onRate({ [scale]: value })}
        />
      ))}
      <FlagChoice value={rating.flags ?? []} onChange={(chosen) => onRate({ flags: chosen })} />
      <Field label={t('comment')}>
        <Textarea
          value={rating.comment ?? ''}
          maxLength={20_000}
          onChange={(event) => onRate({ comment: event.target.value })}
        />
      </Field>
      <Field label={t('ideal')} hint={t('idealHint')}>
        <Textarea
          value={rating.ideal ?? ''}
          maxLength={200_000}
          onChange={(event) => onRate({ ideal: event.target.value })}
        />
      </Field>
      {!rating.ideal && lane.text !== '' && (
        <Button size="sm" className="self-start" onClick={() => onRate({ ideal: lane.text })}>
          {t('startFromAnswer')}
        </Button>
      )}
    </fieldset>
  );
}

function FlagChoice({ value, onChange }: { value: readonly Flag[]; onChange: (flags: Flag[]) => void }) {
  const t = useTranslations('judge');
  return (
    <details open={value.length > 0 || undefined}>
      <summary className="min-h-7 text-sm touch:min-h-10">
        {t('flagsChosen', { count: value.length })}
      </summary>
      <div className="flex flex-col pt-1">
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            isChecked={value.includes(flag)}
            onChange={(isChecked) =>
              onChange(flags.filter((one) => (one === flag ? isChecked : value.includes(one))))
            }
          >
            {t(`flags.${flag}`)}
          </Checkbox>
        ))}
      </div>
    </details>
  );
}
