import LoaderCircle from 'lucide-react/icons/loader-circle';
import { cn } from '#components/ui/class-names.ts';

/** A decoration: say in words what is going on beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />;
}
