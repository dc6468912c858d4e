import Equal from 'lucide-react/icons/equal';
import Minus from 'lucide-react/icons/minus';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import Trophy from 'lucide-react/icons/trophy';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { Outcome } from '#lib/preferences/outcomes.ts';

const looks = {
  win: { tone: 'good', Icon: Trophy },
  tie: { tone: 'plain', Icon: Equal },
  'all-bad': { tone: 'bad', Icon: ThumbsDown },
  unranked: { tone: 'plain', Icon: Minus },
} as const satisfies Record<Outcome, unknown>;

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('results.outcomes');
  const { tone, Icon } = looks[outcome];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(outcome)}
    </Badge>
  );
}
