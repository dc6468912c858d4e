'use client';

import type { ReactElement, ReactNode } from 'react';
import { type Options, OptionsPanel } from '#components/compare/options-panel.tsx';
import { Popover } from '#components/ui/popover.tsx';

export type OptionsPopoverProps = {
  trigger: ReactElement;
  title: string;
  hint: string;
  options: Options;
  inherited: Options;
  onChange: (options: Options) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Further controls under the form. */
  children?: ReactNode;
};

/** Heavy with its fields: loaded through `OptionsButton`. */
export function OptionsPopover({ children, ...props }: OptionsPopoverProps) {
  const { trigger, title, isOpen, onOpenChange, ...panel } = props;
  return (
    <Popover
      trigger={trigger}
      title={title}
      align="end"
      className="w-96"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <OptionsPanel {...panel} />
      {children}
    </Popover>
  );
}
