/** The common look of everything that floats. */
export const popupClass =
  'z-50 rounded-lg border border-line bg-raised text-ink shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

export const menuItemClass =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-base outline-none touch:min-h-10 data-disabled:opacity-55 data-highlighted:bg-selected [&_svg]:size-4 [&_svg]:shrink-0';
