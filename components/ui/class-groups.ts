import type { createTailwindMerge } from 'tailwind-merge';

type Config = ReturnType<Parameters<typeof createTailwindMerge>[0]>;
type Groups = Config['classGroups'];

const any = () => true;
const isNumber = (value: string) => value !== '' && !Number.isNaN(Number(value));

/** Groups of all classes that begin with a word, named after it. */
function startingWith(...words: string[]): Groups {
  return Object.fromEntries(words.map((word) => [word, [{ [word]: [any] }]]));
}

/** Of a border or outline: the side's width by itself or with a number, and its colour with anything else. */
function lines(...words: string[]): Groups {
  return Object.fromEntries(
    words.flatMap((word) => [
      [`${word}-width`, [{ [word]: ['', isNumber] }]],
      [`${word}-color`, [{ [word]: [any] }]],
    ]),
  );
}

const sides = [
  'border-t',
  'border-r',
  'border-b',
  'border-l',
  'border-x',
  'border-y',
  'border-s',
  'border-e',
];

const classGroups: Groups = {
  display: [
    'block',
    'inline',
    'inline-block',
    'flex',
    'inline-flex',
    'grid',
    'inline-grid',
    'contents',
    'table',
    'hidden',
  ],
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  visibility: ['visible', 'invisible'],
  'screen-readers': ['sr-only', 'not-sr-only'],
  'font-style': ['italic', 'not-italic'],
  'text-decoration': ['underline', 'line-through', 'no-underline'],
  'text-overflow': ['truncate', 'text-ellipsis', 'text-clip'],
  'border-collapse': ['border-collapse', 'border-separate'],
  grow: [{ grow: ['', any] }],
  shrink: [{ shrink: ['', any] }],
  rounded: [{ rounded: ['', any] }],
  'font-size': [{ text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl'] }],
  'text-alignment': [{ text: ['left', 'center', 'right', 'start', 'end'] }],
  'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
  'flex-direction': [{ flex: ['row', 'col', 'row-reverse', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
  'outline-style': [{ outline: ['none', 'hidden', 'dashed'] }],
  'decoration-width': [{ decoration: [isNumber] }],
  'decoration-style': [{ decoration: ['solid', 'dotted', 'dashed'] }],
  'divide-width': [{ 'divide-y': ['', isNumber] }],
  'list-style': [{ list: ['none', 'disc', 'decimal'] }],
  'table-layout': [{ table: ['auto', 'fixed'] }],
  'snap-align': [{ snap: ['start', 'center', 'end'] }],
  'snap-stop': [{ snap: ['normal', 'always'] }],
  'snap-type': [{ snap: ['x', 'y', 'none'] }],
  'snap-strictness': [{ snap: ['mandatory', 'proximity'] }],
  'overflow-wrap': [{ break: ['normal', 'words', 'all'] }],
  ...lines('stroke', 'border', 'outline', ...sides),
  ...startingWith('w', 'h', 'size', 'min-w', 'min-h', 'max-w', 'max-h', 'basis', 'flex'),
  ...startingWith(
    'p',
    'px',
    'py',
    'ps',
    'pe',
    'pt',
    'pr',
    'pb',
    'pl',
    'm',
    'mx',
    'my',
    'ms',
    'me',
    'mt',
    'mr',
    'mb',
    'ml',
  ),
  ...startingWith(
    'gap',
    'gap-x',
    'gap-y',
    'space-x',
    'space-y',
    'inset',
    'inset-x',
    'inset-y',
    'start',
    'end',
  ),
  ...startingWith(
    'top',
    'right',
    'bottom',
    'left',
    'z',
    'overflow',
    'overflow-x',
    'overflow-y',
    'overscroll',
  ),
  ...startingWith('overscroll-x', 'overscroll-y', 'rounded-t', 'bg', 'text', 'fill', 'accent'),
  ...startingWith(
    'divide',
    'decoration',
    'outline-offset',
    'underline-offset',
    'opacity',
    'shadow',
    'leading',
  ),
  ...startingWith(
    'whitespace',
    'line-clamp',
    'items',
    'justify',
    'self',
    'align',
    'grid-cols',
    'col-span',
    'columns',
  ),
  ...startingWith(
    'cursor',
    'select',
    'resize',
    'touch',
    'pointer-events',
    'appearance',
    'transition',
    'animate',
  ),
  ...startingWith(
    'translate',
    'translate-x',
    'translate-y',
    'rotate',
    'scroll-px',
    'field-sizing',
    'break-inside',
  ),
  ...startingWith('border-spacing', 'font'),
};

const sideGroups = sides.flatMap((side) => [`${side}-width`, `${side}-color`]);

/** A class of the group undoes those of the named groups as well. */
const conflictingClassGroups: Config['conflictingClassGroups'] = {
  size: ['w', 'h'],
  flex: ['basis', 'grow', 'shrink'],
  p: ['px', 'py', 'ps', 'pe', 'pt', 'pr', 'pb', 'pl'],
  px: ['ps', 'pe', 'pr', 'pl'],
  py: ['pt', 'pb'],
  m: ['mx', 'my', 'ms', 'me', 'mt', 'mr', 'mb', 'ml'],
  mx: ['ms', 'me', 'mr', 'ml'],
  my: ['mt', 'mb'],
  gap: ['gap-x', 'gap-y'],
  inset: ['inset-x', 'inset-y', 'start', 'end', 'top', 'right', 'bottom', 'left'],
  'inset-x': ['start', 'end', 'right', 'left'],
  'inset-y': ['top', 'bottom'],
  overflow: ['overflow-x', 'overflow-y'],
  overscroll: ['overscroll-x', 'overscroll-y'],
  rounded: ['rounded-t'],
  translate: ['translate-x', 'translate-y'],
  'font-size': ['leading'],
  'line-clamp': ['display', 'overflow'],
  'border-width': sideGroups.filter((name) => name.endsWith('-width')),
  'border-color': sideGroups.filter((name) => name.endsWith('-color')),
};

/**
 * The groups of Tailwind's classes that this program uses: the list of all there are would be a twentieth of a page's
 * scripts. The test beside it tells when a class is missing here.
 */
export const classConfig: Config = {
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups,
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [
    '*',
    '**',
    'after',
    'before',
    'first-letter',
    'marker',
    'placeholder',
    'selection',
  ],
};
