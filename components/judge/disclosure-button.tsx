import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';

type Props = { isOpen: boolean; controls: string; onToggle: (isOpen: boolean) => void; children: ReactNode };

export function DisclosureButton({ isOpen, controls, onToggle, children }: Props) {
  return (
    <Button
      tone="quiet"
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={() => onToggle(!isOpen)}
    >
      {children}
      <ChevronDown aria-hidden className={cn('transition-transform', isOpen && 'rotate-180')} />
    </Button>
  );
}
