import { cn } from '#components/ui/class-names.ts';

/** One key, or a short chord already written for people ("Ctrl K"). */
export function Kbd({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-panel px-1 font-sans text-xs text-soft',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
