'use client';

import { Combobox } from '@base-ui/react/combobox';
import Check from 'lucide-react/icons/check';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { menuItemClass, popupClass } from '#components/ui/popup-class.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

export type PickableEndpoint = Pick<Endpoint, 'id' | 'name' | 'model' | 'baseUrl'>;

export type EndpointPickerProps = {
  /** A button; it gets aria-expanded and opens the list. */
  trigger: ReactElement;
  endpoints: readonly PickableEndpoint[];
  value: string | null;
  onPick: (endpointId: string) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

function searchText(endpoint: PickableEndpoint): string {
  return `${endpoint.name} ${endpoint.model} ${endpoint.baseUrl}`;
}

/** Finds one endpoint of many by name, model or address. */
export function EndpointPicker({
  trigger,
  endpoints,
  value,
  onPick,
  isOpen,
  onOpenChange,
}: EndpointPickerProps) {
  const t = useTranslations('compare.lanes');
  const selected = endpoints.find((endpoint) => endpoint.id === value) ?? null;
  return (
    <Combobox.Root
      items={endpoints}
      value={selected}
      onValueChange={(endpoint) => endpoint && onPick(endpoint.id)}
      itemToStringLabel={searchText}
      isItemEqualToValue={(one, other) => one.id === other.id}
      open={isOpen}
      onOpenChange={onOpenChange}
    >
      <Combobox.Trigger render={trigger} />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label={t('choose')}
            className={cn(popupClass, 'w-80 max-w-(--available-width)')}
          >
            <div className="border-line border-b p-2">
              <Combobox.Input
                placeholder={t('search')}
                aria-label={t('search')}
                className={cn(controlClass, 'h-8')}
              />
            </div>
            <Combobox.Empty>
              <p className="px-3 py-3 text-faint text-sm">{t('none')}</p>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(endpoint: PickableEndpoint) => (
                <Combobox.Item key={endpoint.id} value={endpoint} className={menuItemClass}>
                  <span className="size-4">
                    <Combobox.ItemIndicator>
                      <Check aria-hidden />
                    </Combobox.ItemIndicator>
                  </span>
                  <span className="flex min-w-0 flex-col">
                    <span className="truncate">{endpoint.name}</span>
                    <span className="truncate text-faint text-xs">{endpoint.model}</span>
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
