import { parseArgs } from 'node:util';
import { CommandError } from '#cli/command.ts';
import { type IntervalKind, intervalKinds } from '#lib/rating/interval-kind.ts';
import type { BoardSettings } from '#lib/rating/leaderboard.ts';
import { type TiePolicy, tiePolicies } from '#lib/rating/tie-policy.ts';

export type RateOptions = { file: string; settings: BoardSettings; isJson: boolean; skipsBad: boolean };

export const help = `Usage: baijia rate FILE [OPTIONS]

Rates the models in FILE (- reads standard input) by an exact Bradley-Terry fit. FILE is CSV, JSON (one array) or
JSON Lines, plain or gzip, told apart by its content, with columns
  model_a, model_b, winner                          one battle a row
  model_a, model_b, wins_a, wins_b, ties, both_bad  counts of a pair a row
The winner words of LMArena, FastChat, MT-Bench, Kaggle, evalica, compar:IA and Open WebUI are understood.

Options:
  --ties POLICY           half              a tie or both-bad is half a win each (default)
                          half-no-both-bad  both-bad is left out
                          drop              decisive votes only
                          davidson          ties have a probability of their own; both-bad is left out
                          rao-kupper        the same by another model: who is not ahead by a threshold ties
  --interval KIND         sandwich (default), bootstrap or none
  --confidence SHARE      of the intervals, between 0 and 1 (default 0.95)
  --anchor NAME=RATING    shift the scale so that NAME has RATING (default: the mean is 1000)
  --skip-bad              leave out rows that cannot be read, and count them
  --json                  print JSON instead of a table
  --help                  show this

Example: baijia rate battles.jsonl --ties davidson --anchor gpt-4-0314=1186 --json
`;

/** @throws CommandError with exit code 2. */
export function parseRateOptions(args: string[]): RateOptions {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new CommandError('which FILE? (- reads standard input)', 2);
  if (more.length > 0) throw new CommandError(`one FILE, please: ${more.join(', ')} is too much`, 2);
  const confidence = Number(values.confidence);
  if (!(confidence > 0 && confidence < 1)) {
    throw new CommandError(`--confidence must lie between 0 and 1, not ${values.confidence}`, 2);
  }
  const settings: BoardSettings = {
    ties: oneOf<TiePolicy>('--ties', values.ties, tiePolicies),
    interval: oneOf<IntervalKind>('--interval', values.interval, intervalKinds),
    confidence,
  };
  if (values.anchor !== undefined) settings.anchor = parseAnchor(values.anchor);
  return { file, settings, isJson: values.json, skipsBad: values['skip-bad'] };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ties: { type: 'string', default: 'half' },
        interval: { type: 'string', default: 'sandwich' },
        confidence: { type: 'string', default: '0.95' },
        anchor: { type: 'string' },
        json: { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}

function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === value);
  if (word === undefined) throw new CommandError(`${option} must be ${words.join(', ')}; not ${value}`, 2);
  return word;
}

/** Model names may contain "=", so the last one divides. */
function parseAnchor(text: string) {
  const place = text.lastIndexOf('=');
  const model = text.slice(0, place);
  const rating = Number(text.slice(place + 1) || Number.NaN);
  if (place < 1 || !Number.isFinite(rating)) {
    throw new CommandError(`--anchor must be NAME=RATING, not ${text}`, 2);
  }
  return { model, rating };
}
