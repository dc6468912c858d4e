import { describe, expect, test } from 'vitest';
import { type ChanceModel, chanceCorrectedAgreement } from '#lib/rating/chance-corrected-agreement.ts';
import { cohenKappa, crossTable } from '#lib/rating/cohen-kappa.ts';
import { fleissKappa } from '#lib/rating/fleiss-kappa.ts';
import { categoryCounts } from '#lib/rating/judgements.ts';
import { krippendorffAlpha } from '#lib/rating/krippendorff-alpha.ts';
import { percentAgreement } from '#lib/rating/percent-agreement.ts';

/** Lines of raters, one sign per item, "." for none, as items of numbers. */
function items(...raters: string[]): (number | null)[][] {
  const lines = raters.map((line) => [...line.replaceAll(' ', '')]);
  return (lines[0] ?? []).map((_, item) =>
    lines.map((line) => (line[item] === '.' ? null : Number(line[item]))),
  );
}

const letters = (...raters: string[]) =>
  [...(raters[0] ?? '')].map((_, item) => raters.map((line) => line[item] ?? null));

const dataC = items(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

describe("Krippendorff's alpha", () => {
  test.each([
    ['nominal', 0.7434211],
    ['ordinal', 0.8153875],
    ['interval', 0.8491071],
    ['ratio', 0.7974028],
  ] as const)('Krippendorff (2011), data C, %s', (level, alpha) => {
    expect(krippendorffAlpha(dataC, level)).toBeCloseTo(alpha, 7);
  });

  test('Krippendorff (2011), data A and B', () => {
    const dataA = items('0100000010', '1110010000');
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      expect(krippendorffAlpha(dataA, level)).toBeCloseTo(0.0952381, 7);
    }
    expect(krippendorffAlpha(letters('aabbdcccedda', 'babbbccceddd'), 'nominal')).toBeCloseTo(0.6919643, 7);
  });

  test.each([
    ['nominal', 0.691358],
    ['ordinal', 0.8067214],
    ['interval', 0.8108449],
    ['ratio', 0.8089437],
  ] as const)('the example of Wikipedia, %s', (level, alpha) => {
    const wikipedia = items('.....34121133.3', '1.213343.......', '..21344.21133.4');
    expect(krippendorffAlpha(wikipedia, level)).toBeCloseTo(alpha, 7);
  });

  test('is undefined for one value, one rater and no judgements at all', () => {
    expect(krippendorffAlpha(items('111', '111'), 'nominal')).toBeNull();
    expect(krippendorffAlpha(items('123'), 'interval')).toBeNull();
    expect(krippendorffAlpha(items('...', '...'), 'ordinal')).toBeNull();
    expect(krippendorffAlpha([], 'ratio')).toBeNull();
  });
});

describe('other chance-corrected coefficients (irrCAC)', () => {
  test.each([
    ['gwet', 0.77544],
    ['fleiss', 0.76117],
    // With unit 12 judged by B, as Krippendorff prints it; computed with irrCAC 0.4.4.
    ['conger', 0.7620669],
    ['brennan-prediger', 0.77273],
  ] as const satisfies [ChanceModel, number][])('data C, %s', (model, value) => {
    expect(chanceCorrectedAgreement(dataC, [1, 2, 3, 4, 5], model)).toBeCloseTo(value, 5);
  });

  test('data C as irrCAC ships it, with unit 12 judged by C: Conger', () => {
    const shipped = dataC.map((item, unit) => (unit === 11 ? [null, null, 3, null] : item));
    expect(chanceCorrectedAgreement(shipped, [1, 2, 3, 4, 5], 'conger')).toBeCloseTo(0.76282, 5);
  });

  test('data C, AC2 with quadratic weights', () => {
    expect(chanceCorrectedAgreement(dataC, [1, 2, 3, 4, 5], 'gwet', 'quadratic')).toBeCloseTo(0.914, 3);
  });

  test.each([
    [
      [
        [7, 1],
        [3, 5],
      ],
      0.161905,
      0.214286,
    ],
    [
      [
        [6, 1, 0],
        [0, 7, 0],
      ],
      0.708333,
      0.785714,
    ],
  ])("Randolph's calculator", (counts, fixed, free) => {
    expect(fleissKappa(counts)?.kappa).toBeCloseTo(fixed, 6);
    const judgements = counts.map((item) =>
      item.flatMap((count, label) => new Array<number>(count).fill(label)),
    );
    const labels = [...(counts[0] ?? []).keys()];
    expect(chanceCorrectedAgreement(judgements, labels, 'brennan-prediger')).toBeCloseTo(free, 6);
  });

  test('are undefined where there is nothing to correct', () => {
    for (const model of ['gwet', 'fleiss', 'conger', 'brennan-prediger'] as const) {
      expect(chanceCorrectedAgreement(items('11', '11'), [1], model)).toBeNull();
      expect(chanceCorrectedAgreement(items('12'), [1, 2], model)).toBeNull();
      expect(chanceCorrectedAgreement(items('..', '..'), [1, 2], model)).toBeNull();
    }
    expect(chanceCorrectedAgreement(items('11', '11'), [1, 2], 'fleiss')).toBeNull();
    expect(chanceCorrectedAgreement(items('11', '11'), [1, 2], 'gwet')).toBe(1);
  });
});

const diagnoses =
  `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`
    .split(/\s+/)
    .map((item) => [...item].map(Number));

describe("Fleiss' kappa", () => {
  test('Fleiss (1971), 30 patients', () => {
    const found = fleissKappa(categoryCounts(diagnoses, [1, 2, 3, 4, 5]));
    expect(found?.kappa).toBeCloseTo(0.4302445, 7);
    expect(found?.z).toBeCloseTo(17.65183, 5);
    for (const [category, value] of [0.245, 0.245, 0.52, 0.471, 0.566].entries()) {
      expect(found?.perCategory[category]).toBeCloseTo(value, 3);
    }
  });

  test('Fleiss (1971), exact kappa of Conger and mean pairwise kappa of Light', () => {
    expect(chanceCorrectedAgreement(diagnoses, [1, 2, 3, 4, 5], 'conger')).toBeCloseTo(0.442, 3);
    const kappas = [0, 1, 2, 3, 4, 5].flatMap((one) =>
      [0, 1, 2, 3, 4, 5]
        .filter((other) => other > one)
        .map((other) => {
          const pairs = diagnoses.map((item) => [item[one] ?? 0, item[other] ?? 0] as const);
          return cohenKappa(crossTable(pairs, [1, 2, 3, 4, 5]))?.kappa ?? Number.NaN;
        }),
    );
    expect(kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length).toBeCloseTo(0.459, 3);
  });

  test('the example of Wikipedia, 14 raters', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    expect(fleissKappa(counts)?.kappa).toBeCloseTo(0.2099307, 7);
  });

  test('has no value for one category or no items, and refuses uneven raters', () => {
    expect(fleissKappa([[3], [3]])).toBeNull();
    expect(fleissKappa([])).toBeNull();
    expect(() => fleissKappa([[1], [1]])).toThrow(RangeError);
    expect(() =>
      fleissKappa([
        [1, 1],
        [2, 1],
      ]),
    ).toThrow(RangeError);
  });
});

describe("Cohen's kappa", () => {
  test.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      7,
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      0.1304348,
      7,
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      0.2592593,
      7,
    ],
    [
      [
        [20, 20],
        [10, 50],
      ],
      0.348,
      3,
    ],
  ] as const)('%j', (table, kappa, digits) => {
    expect(cohenKappa(table)?.kappa).toBeCloseTo(kappa, digits);
  });

  test('SAS: standard errors and interval', () => {
    const table = [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ];
    const plain = cohenKappa(table);
    expect(plain?.kappa).toBeCloseTo(0.4842, 4);
    expect(plain?.standardError).toBeCloseTo(0.138, 4);
    expect(plain?.interval[0]).toBeCloseTo(0.2137, 4);
    expect(plain?.interval[1]).toBeCloseTo(0.7547, 4);
    const linear = cohenKappa(table, 'linear');
    expect(linear?.kappa).toBeCloseTo(0.4701, 4);
    expect(linear?.standardError).toBeCloseTo(0.1457, 4);
  });

  test('sklearn', () => {
    const labels = (...counts: number[]) =>
      counts.flatMap((count, label) => new Array<number>(count).fill(label));
    const table = (other: number[]) =>
      crossTable(
        labels(46, 44, 10).map((label, item) => [label, other[item] ?? -1] as const),
        [0, 1, 2],
      );
    const close = table(labels(50, 40, 10));
    expect(cohenKappa(close)?.kappa).toBeCloseTo(0.9315, 4);
    expect(cohenKappa(close, 'linear')?.kappa).toBeCloseTo(0.9412, 4);
    expect(cohenKappa(close, 'quadratic')?.kappa).toBeCloseTo(0.9541, 4);
    expect(cohenKappa(table(labels(52, 32, 16)))?.kappa).toBeCloseTo(0.8013, 4);
  });

  test('Cohen (1968), shares and weights of disagreement', () => {
    const shares = [
      [0.44, 0.07, 0.09],
      [0.05, 0.2, 0.05],
      [0.01, 0.03, 0.06],
    ];
    expect(cohenKappa(shares)?.kappa).toBeCloseTo(0.4915254, 7);
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(cohenKappa(shares, weights)?.kappa).toBeCloseTo(0.3478261, 7);
  });

  test('is undefined for a single category and for no judgements', () => {
    expect(cohenKappa([[7]])).toBeNull();
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(cohenKappa([])).toBeNull();
  });
});

describe('percent agreement', () => {
  test('counts pairs of raters on shared items, with and without ties', () => {
    const judgements = letters('aatb', 'abta', 'a.ta');
    // Items: aaa 3/3, ab 0/1, ttt 3/3, baa 1/3.
    expect(
      percentAgreement(judgements.map((item) => item.map((value) => (value === '.' ? null : value)))),
    ).toEqual({
      ...{ agreeing: 7, pairs: 10, share: 0.7 },
    });
    expect(
      percentAgreement(
        judgements.map((item) => item.map((v) => (v === '.' ? null : v))),
        't',
      ).share,
    ).toBe(4 / 7);
    expect(percentAgreement([['a'], [null, 'b']]).share).toBeNull();
  });
});
