import BookOpen from 'lucide-react/icons/book-open';
import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import ListChecks from 'lucide-react/icons/list-checks';
import Plug from 'lucide-react/icons/plug';
import Swords from 'lucide-react/icons/swords';
import Trophy from 'lucide-react/icons/trophy';

/** The pages of this release, in the order of the top bar; `name` is a key of the `navigation` messages. */
export const pages = [
  { name: 'compare', href: '/', keys: 'g c', Icon: GitCompareArrows },
  { name: 'battle', href: '/battle', keys: 'g b', Icon: Swords },
  { name: 'results', href: '/results', keys: 'g r', Icon: ListChecks },
  { name: 'leaderboard', href: '/leaderboard', keys: 'g l', Icon: Trophy },
  { name: 'catalog', href: '/catalog', keys: 'g k', Icon: BookOpen },
  { name: 'endpoints', href: '/endpoints', keys: 'g e', Icon: Plug },
] as const;

export function isCurrent(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
