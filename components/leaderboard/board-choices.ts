import type { Mode } from '#lib/arena/modes.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';
import type { IntervalKind } from '#lib/rating/interval-kind.ts';
import { isModelled, type TiePolicy } from '#lib/rating/tie-policy.ts';

/** What a person can choose on the page; null: no limit, or none. Days are local and both inclusive. */
export type BoardChoices = {
  ties: TiePolicy;
  interval: IntervalKind;
  confidence: number;
  by: BoardUnit;
  anchor: string | null;
  anchorRating: number;
  style: boolean;
  position: boolean;
  mode: Mode | null;
  language: string | null;
  category: string | null;
  from: string | null;
  to: string | null;
  rater: 'me' | null;
};

export const defaultChoices: BoardChoices = {
  ties: 'half',
  interval: 'sandwich',
  confidence: 0.95,
  by: 'endpoint',
  anchor: null,
  anchorRating: 1000,
  style: false,
  position: false,
  mode: null,
  language: null,
  category: null,
  from: null,
  to: null,
  rater: null,
};

export const confidences = [0.8, 0.9, 0.95, 0.99];

export const controls = ['none', 'style', 'position', 'both'] as const;
export type Control = (typeof controls)[number];

export function controlOf({ style, position }: BoardChoices): Control {
  if (style) return position ? 'both' : 'style';
  return position ? 'position' : 'none';
}

/** Modelled ties are not offered with style or place: the later choice puts the former aside. */
export function withTies(ties: TiePolicy): Partial<BoardChoices> {
  return isModelled(ties) ? { ties, style: false, position: false } : { ties };
}

export function withControl(control: Control, ties: TiePolicy): Partial<BoardChoices> {
  const chosen = {
    style: control === 'style' || control === 'both',
    position: control === 'position' || control === 'both',
  };
  return control !== 'none' && isModelled(ties) ? { ...chosen, ties: 'half' } : chosen;
}

export const isDefault = (choices: BoardChoices): boolean =>
  Object.entries(defaultChoices).every(([name, value]) => choices[name as keyof BoardChoices] === value);
