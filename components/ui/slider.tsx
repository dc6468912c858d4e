'use client';

import { Slider as BaseSlider } from '@base-ui/react/slider';
import { useLocale } from 'next-intl';

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  format?: Intl.NumberFormatOptions;
};

export function Slider({ label, value, onChange, min, max, step = 1, format }: Props) {
  return (
    <BaseSlider.Root
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      locale={useLocale()}
      format={format}
      className="grid grid-cols-[1fr_auto] gap-y-1"
    >
      <BaseSlider.Label className="font-medium">{label}</BaseSlider.Label>
      <BaseSlider.Value className="tabular text-soft" />
      <BaseSlider.Control className="col-span-2 flex h-8 touch-none items-center touch:h-10">
        <BaseSlider.Track className="relative h-1 w-full rounded-full bg-line-strong">
          <BaseSlider.Indicator className="rounded-full bg-ink" />
          <BaseSlider.Thumb className="size-4 rounded-full border border-line-strong bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2" />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}
