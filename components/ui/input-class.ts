/** The common look of fields. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-raised px-2 text-base text-ink placeholder:text-faint touch:min-h-10 touch:text-lg data-invalid:border-bad aria-invalid:border-bad disabled:opacity-55 focus-visible:outline-offset-0';
