'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import {
  type BoardChoices,
  confidences,
  controlOf,
  controls,
  withControl,
  withTies,
} from '#components/leaderboard/board-choices.ts';
import type { SettingsProps } from '#components/leaderboard/settings-props.ts';
import { WordSelect } from '#components/leaderboard/word-select.tsx';
import { boardUnits } from '#lib/rating/board-units.ts';
import { intervalKinds } from '#lib/rating/interval-kind.ts';
import { tiePolicies } from '#lib/rating/tie-policy.ts';

/** What is rated, and how. */
export function MethodSentences({ choices, onChange, contestants }: SettingsProps) {
  const t = useTranslations('leaderboard');
  return (
    <>
      <span>
        {t.rich('settings.ties', {
          control: () => (
            <WordSelect
              label={t('labels.ties')}
              value={choices.ties}
              onChange={(ties) => onChange(withTies(ties))}
              options={tiePolicies.map((value) => ({ value, label: t(`ties.${value}`) }))}
            />
          ),
        })}
      </span>
      <IntervalSentence choices={choices} onChange={onChange} />
      <span>
        {t.rich('settings.by', {
          control: () => (
            <WordSelect
              label={t('labels.by')}
              value={choices.by}
              onChange={(by) => onChange({ by, anchor: null })}
              options={boardUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
            />
          ),
        })}
      </span>
      <AnchorSentence choices={choices} onChange={onChange} contestants={contestants} />
      <span>
        {t.rich('settings.control', {
          control: () => (
            <WordSelect
              label={t('labels.control')}
              value={controlOf(choices)}
              onChange={(control) => onChange(withControl(control, choices.ties))}
              options={controls.map((value) => ({ value, label: t(`controls.${value}`) }))}
            />
          ),
        })}
      </span>
    </>
  );
}

type Part = Pick<SettingsProps, 'choices' | 'onChange'>;

function IntervalSentence({ choices, onChange }: Part) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const known = confidences.includes(choices.confidence) ? confidences : [...confidences, choices.confidence];
  const confidence = () =>
    t.rich('settings.confidence', {
      control: () => (
        <WordSelect
          label={t('labels.confidence')}
          value={String(choices.confidence)}
          onChange={(value) => onChange({ confidence: Number(value) })}
          options={known.map((value) => ({ value: String(value), label: percent(value) }))}
        />
      ),
    });
  return (
    <span>
      {t.rich('settings.interval', {
        control: () => (
          <WordSelect
            label={t('labels.interval')}
            value={choices.interval}
            onChange={(interval) => onChange({ interval })}
            options={intervalKinds.map((value) => ({ value, label: t(`intervals.${value}`) }))}
          />
        ),
        confidence: () =>
          choices.interval === 'none' ? null : <Fragment key="confidence">{confidence()}</Fragment>,
      })}
    </span>
  );
}

const meanOfAll = '';

function AnchorSentence({ choices, onChange, contestants }: Omit<SettingsProps, 'options'>) {
  const t = useTranslations('leaderboard');
  const { anchor } = choices;
  const isListed = anchor === null || contestants.some(({ id }) => id === anchor);
  const names = [...contestants, ...(isListed ? [] : [{ id: anchor, name: anchor }])];
  const select = () => (
    <WordSelect
      label={t('labels.anchor')}
      value={anchor ?? meanOfAll}
      onChange={(value) => onChange(anchorChange(value, choices))}
      options={[
        { value: meanOfAll, label: t('anchorNone') },
        ...names.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
  if (anchor === null) return <span>{t.rich('settings.anchor', { control: select })}</span>;
  const rating = () => (
    <input
      type="number"
      aria-label={t('labels.anchorRating')}
      value={choices.anchorRating}
      min={-100_000}
      max={100_000}
      step={50}
      onChange={(event) => {
        const value = event.target.valueAsNumber;
        if (Math.abs(value) <= 100_000) onChange({ anchorRating: value });
      }}
      className="tabular w-20 rounded-sm border-line-strong border-b bg-transparent px-1 font-medium text-ink touch:min-h-10"
    />
  );
  return <span>{t.rich('settings.anchorAt', { control: select, rating })}</span>;
}

function anchorChange(value: string, { anchorRating }: BoardChoices): Partial<BoardChoices> {
  return value === meanOfAll ? { anchor: null, anchorRating: 1000 } : { anchor: value, anchorRating };
}
