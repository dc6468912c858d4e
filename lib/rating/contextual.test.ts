import { expect, test } from 'vitest';
import { fitBoard } from '#lib/rating/board-fit.ts';
import { sigma } from '#lib/rating/bradley-terry.ts';
import { type ContextualVote, contextualObservations } from '#lib/rating/contextual-observations.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { seededRandom } from '#lib/rating/random.ts';
import { type StyleFeatures, styleFeatures } from '#lib/rating/style-features.ts';
import { modelledTies } from '#lib/rating/tie-policy.ts';

const truth: Record<string, number> = { plain: 0.4, wordy: -0.2, steady: 0.1, weak: -0.3 };
const settings = { ties: 'drop', interval: 'sandwich', confidence: 0.95 } as const;

/** Raters who like length (0.25 per unit of standardised contrast) and the side they see first (0.15). */
function simulate(count: number): ContextualVote[] {
  const random = seededRandom(11);
  const models = Object.keys(truth);
  const features = (model: string): StyleFeatures => {
    const scale = model === 'wordy' ? 2 : 1;
    const size = () => Math.floor(scale * 20 * random() ** 2);
    return { tokens: 50 + 10 * size(), headers: size(), lists: size(), bold: size() };
  };
  const draws = Array.from({ length: count }, () => {
    const place = Math.floor(random() * models.length);
    const a = models[place] ?? '';
    const b = models[(place + 1 + Math.floor(random() * (models.length - 1))) % models.length] ?? '';
    return {
      a,
      b,
      style: { a: features(a), b: features(b) },
      first: random() < 0.5 ? ('a' as const) : ('b' as const),
    };
  });
  const contrasts = draws.map(({ style: { a, b } }) => (a.tokens - b.tokens) / (a.tokens + b.tokens));
  const centre = contrasts.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(contrasts.reduce((sum, value) => sum + (value - centre) ** 2, 0) / count);
  return draws.map((draw, index) => {
    const style = (0.25 * (contrasts[index] ?? 0)) / deviation;
    const position = draw.first === 'a' ? 0.15 : -0.15;
    const strength = (truth[draw.a] ?? 0) - (truth[draw.b] ?? 0);
    return { ...draw, outcome: random() < sigma(strength + style + position) ? 'winsA' : 'winsB' };
  });
}

const votes = simulate(20_000);
const countsOf = (list: readonly ContextualVote[]) =>
  list.map(({ a, b, outcome }) => ({ ...{ a, b, winsA: 0, winsB: 0, ties: 0, bothBad: 0 }, [outcome]: 1 }));

test('known effects of style and position are recovered, and strengths cleaned of them', () => {
  const observations = contextualObservations(votes, 'drop', { style: true, position: true });
  const board = leaderboard({ counts: countsOf(votes), observations }, settings);
  const extras = new Map(board.extras.map((extra) => [extra.name, extra]));
  expect([...extras.keys()]).toEqual(['tokens', 'headers', 'lists', 'bold', 'position']);
  expect(extras.get('tokens')?.value).toBeGreaterThan(0.2);
  expect(extras.get('tokens')?.value).toBeLessThan(0.3);
  expect(extras.get('position')?.value).toBeGreaterThan(0.12);
  expect(extras.get('position')?.value).toBeLessThan(0.18);
  for (const name of ['headers', 'lists', 'bold']) {
    const extra = extras.get(name);
    expect(Math.abs(extra?.value ?? 1)).toBeLessThan(0.06);
  }
  const plain = leaderboard({ counts: countsOf(votes) }, settings);
  const rating = (of: typeof board, id: string) => of.rows.find((row) => row.id === id)?.rating ?? Number.NaN;
  // Length helped the wordy model; controlled for, it falls.
  expect(rating(board, 'wordy')).toBeLessThan(rating(plain, 'wordy') - 5);
  expect((rating(board, 'plain') - rating(board, 'wordy')) / 173.7178).toBeCloseTo(0.6, 1);
});

test('a penalty of 1 on the summed log-loss leaves the effect; as if on the mean it would be switched off', () => {
  const observations = contextualObservations(votes, 'drop', { style: true, position: false });
  const gamma = (penalty: number) => {
    const { board } = fitBoard(observations, { ...settings, penalty });
    return board?.fit.parameters[4] ?? Number.NaN;
  };
  expect(gamma(1)).toBeGreaterThan(0.99 * gamma(0));
  expect(gamma(votes.length)).toBeLessThan(0.3 * gamma(0));
});

test('swapping the sides of votes changes nothing', () => {
  const swapped = votes.slice(0, 3000).map(
    (vote, index): ContextualVote =>
      index % 2 === 0 || !vote.style
        ? vote
        : {
            a: vote.b,
            b: vote.a,
            outcome: vote.outcome === 'winsA' ? 'winsB' : 'winsA',
            style: { a: vote.style.b, b: vote.style.a },
            first: vote.first === 'a' ? 'b' : 'a',
          },
  );
  const theta = (list: readonly ContextualVote[]) => {
    const observations = contextualObservations(list, 'drop', { style: false, position: true });
    return Array.from(fitBoard(observations, settings).board?.fit.parameters ?? []);
  };
  const [one, other] = [theta(votes.slice(0, 3000)), theta(swapped)];
  for (const [index, value] of one.entries()) expect(other[index]).toBeCloseTo(value, 9);
});

test('refuses style control without style, and modelled ties with covariates', () => {
  const bare = votes.map(({ style: _, ...vote }) => vote);
  expect(() => contextualObservations(bare, 'drop', { style: true, position: false })).toThrow(RangeError);
  const observations = contextualObservations(votes, 'drop', { style: false, position: true });
  for (const ties of modelledTies) {
    expect(() => fitBoard(observations, { ...settings, ties })).toThrow(RangeError);
  }
});

test('style features leave fenced code out', () => {
  const answer = [
    '# Title',
    'Some **bold** words and __more__.',
    '- one',
    '2. two',
    '```sh',
    '# no header',
    '- no list **no bold**',
    '```',
    '~~~',
    '# open to the end',
  ].join('\n');
  expect(styleFeatures(answer)).toEqual({ tokens: 9, headers: 1, lists: 2, bold: 2 });
  expect(styleFeatures('你好 world', 7)).toEqual({ tokens: 7, headers: 0, lists: 0, bold: 0 });
  expect(styleFeatures('你好 world').tokens).toBe(3);
});
