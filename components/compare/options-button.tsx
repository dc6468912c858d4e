'use client';

import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Options } from '#components/compare/options-panel.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

const OptionsPanel = lazy(async () => {
  const { OptionsPanel: Panel } = await import('#components/compare/options-panel.tsx');
  return { default: Panel };
});

type Props = {
  /** Said to screen readers and shown as the tooltip. */
  label: string;
  title: string;
  hint: string;
  options: Options;
  inherited: Options;
  onChange: (options: Options) => void;
  icon?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Further controls under the form. */
  children?: ReactNode;
};

/** Opens the options; a dot says that something is set, in words to those who cannot see it. */
export function OptionsButton(props: Props) {
  const t = useTranslations('compare.lanes');
  const { options, label, title, icon, isOpen, onOpenChange, children } = props;
  const isSet = options.system !== '' || Object.keys(options.params).length > 0;
  return (
    <Popover
      title={title}
      align="end"
      className="w-96"
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={
        <IconButton
          label={isSet ? `${label} (${t('own')})` : label}
          size="sm"
          className="relative"
          icon={
            <>
              {icon ?? <SlidersHorizontal aria-hidden />}
              {isSet && (
                <span aria-hidden className="absolute end-0.5 top-0.5 size-1.5 rounded-full bg-ink" />
              )}
            </>
          }
        />
      }
    >
      <Suspense fallback={<Skeleton className="h-80" />}>
        <OptionsPanel
          options={options}
          inherited={props.inherited}
          hint={props.hint}
          onChange={props.onChange}
        />
      </Suspense>
      {children}
    </Popover>
  );
}
