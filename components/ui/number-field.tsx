'use client';

import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';

type Props = {
  value: number | null;
  /** null when the field was emptied. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  placeholder?: string;
  /** Needed outside a Field. */
  label?: string;
  format?: Intl.NumberFormatOptions;
  className?: string;
};

const stepClass =
  'flex h-8 w-8 shrink-0 items-center justify-center text-soft hover:bg-hover touch:min-h-10 touch:w-10 data-disabled:opacity-55 [&_svg]:size-3.5';

export function NumberField(props: Props) {
  const t = useTranslations('common');
  const { value, onChange, min, max, step = 1, placeholder, label, format, className } = props;
  return (
    <BaseNumberField.Root
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      locale={useLocale()}
      format={format}
      className={className}
    >
      <BaseNumberField.Group
        className={cn(
          controlClass,
          'flex items-center overflow-hidden px-0 focus-within:outline-2 focus-within:outline-accent',
        )}
      >
        <BaseNumberField.Input
          aria-label={label}
          placeholder={placeholder}
          className="tabular h-8 min-w-0 flex-1 bg-transparent px-2 outline-none placeholder:text-faint"
        />
        <BaseNumberField.Decrement aria-label={t('decrease')} className={stepClass}>
          <Minus aria-hidden />
        </BaseNumberField.Decrement>
        <BaseNumberField.Increment aria-label={t('increase')} className={stepClass}>
          <Plus aria-hidden />
        </BaseNumberField.Increment>
      </BaseNumberField.Group>
    </BaseNumberField.Root>
  );
}
