import type { ReactNode } from 'react';

type Props = { isChecked: boolean; onChange: (isChecked: boolean) => void; children: ReactNode };

/** The browser's own box with its label: light, for tools on pages that carry little script. */
export function PlainCheckbox({ isChecked, onChange, children }: Props) {
  return (
    <label className="flex min-h-7 items-center gap-2 touch:min-h-10">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-(--ink)"
      />
      <span>{children}</span>
    </label>
  );
}
