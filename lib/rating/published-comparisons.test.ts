import { expect, test } from 'vitest';
import { type Fit, fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { strengthDifference } from '#lib/rating/difference.ts';
import { fitTieModel } from '#lib/rating/fit-tie-model.ts';
import { type Observations, observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { davidson, raoKupper } from '#lib/rating/tie-models.ts';
import type { TiePolicy } from '#lib/rating/tie-policy.ts';

const count = (a: string, b: string, winsA: number, winsB: number, ties = 0): PairCount => ({
  ...{ a, b, winsA, winsB, ties, bothBad: 0 },
});

const rows = (counts: PairCount[], policy: TiePolicy) =>
  observationsFromCounts(mergePairCounts(counts), policy);

/** theta_model - theta_reference with its Fisher standard error. */
function contrast({ parameters, inverse, observations: { models } }: Fit, model: string, reference: string) {
  const strengths = { theta: parameters, covariance: inverse, size: parameters.length };
  return strengthDifference(strengths, models.indexOf(model), models.indexOf(reference));
}

function expectContrasts(
  fit: Fit,
  reference: string,
  expected: Record<string, [number, number?]>,
  digits: number,
) {
  for (const [model, [value, standardError]] of Object.entries(expected)) {
    const found = contrast(fit, model, reference);
    expect(found.value, model).toBeCloseTo(value, digits);
    if (standardError !== undefined) expect(found.standardError, model).toBeCloseTo(standardError, digits);
  }
}

/** Sum of the saturated log-likelihood over matches of (wins, losses), for the deviance. */
const saturated = (games: readonly (readonly [number, number])[]) => {
  const term = (part: number, whole: number) => (part === 0 ? 0 : part * Math.log(part / whole));
  return games.reduce((sum, [win, loss]) => sum + term(win, win + loss) + term(loss, win + loss), 0);
};

const logChoose = (games: readonly (readonly [number, number])[]) => {
  const logFactorial = (n: number) => {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  };
  return games.reduce(
    (sum, [win, loss]) => sum + logFactorial(win + loss) - logFactorial(win) - logFactorial(loss),
    0,
  );
};

test('journal citations (Stigler 1994; Turner & Firth, JSS 48(9))', () => {
  const counts = [
    count('Biometrika', 'CommStatist', 730, 33),
    count('Biometrika', 'JASA', 498, 320),
    count('Biometrika', 'JRSSB', 221, 284),
    count('CommStatist', 'JASA', 68, 813),
    count('CommStatist', 'JRSSB', 17, 276),
    count('JASA', 'JRSSB', 142, 325),
  ];
  const fit = fitBradleyTerry(rows(counts, 'drop'));
  expectContrasts(
    fit,
    'Biometrika',
    { CommStatist: [-2.94907, 0.10255], JASA: [-0.47957, 0.06059], JRSSB: [0.26895, 0.07083] },
    5,
  );
  const games = counts.map(({ winsA, winsB }) => [winsA, winsB] as const);
  expect(2 * (saturated(games) - fit.value)).toBeCloseTo(4.2934, 4);
  const votes = games.reduce((sum, [win, loss]) => sum + win + loss, 0);
  expect(2 * (saturated(games) + votes * Math.LN2)).toBeCloseTo(1925.2329, 4);
  const binomial = fit.value + logChoose(games);
  expect(binomial).toBeCloseTo(-20.19694, 5);
  expect(-2 * binomial + 2 * 3).toBeCloseTo(46.394, 3);
});

const teams = ['Mil', 'Det', 'Tor', 'NY', 'Bos', 'Cle', 'Bal'];
const homeGames: Record<string, string> = {
  Mil: 'Det 4:3 Tor 4:2 NY 4:3 Bos 6:1 Cle 4:2 Bal 6:0',
  Det: 'Mil 3:3 Tor 4:2 NY 4:3 Bos 6:0 Cle 6:1 Bal 4:3',
  Tor: 'Mil 2:5 Det 4:3 NY 2:4 Bos 4:3 Cle 4:2 Bal 6:0',
  NY: 'Mil 3:3 Det 5:1 Tor 2:5 Bos 4:3 Cle 4:2 Bal 6:1',
  Bos: 'Mil 5:1 Det 2:5 Tor 3:3 NY 4:2 Cle 5:2 Bal 6:0',
  Cle: 'Mil 2:5 Det 3:3 Tor 3:4 NY 4:3 Bos 4:2 Bal 2:4',
  Bal: 'Mil 2:5 Det 1:5 Tor 1:6 NY 2:4 Bos 1:6 Cle 3:4',
};

/** Baseball 1987 with a column that is 1 for the home team (a), as in Agresti 2002, table 10.10. */
function baseball() {
  const games = Object.entries(homeGames).flatMap(([home, text]) =>
    [...text.matchAll(/(\w+) (\d):(\d)/g)].map(([, away = '', win, loss]) => ({
      ...{ home: teams.indexOf(home), away: teams.indexOf(away), win: Number(win), loss: Number(loss) },
    })),
  );
  const both = games.flatMap((game) => [
    { ...game, share: 1, weight: game.win },
    { ...game, share: 0, weight: game.loss },
  ]);
  const observations: Observations = {
    models: teams,
    a: Int32Array.from(both, ({ home }) => home),
    b: Int32Array.from(both, ({ away }) => away),
    share: Float64Array.from(both, ({ share }) => share),
    weight: Float64Array.from(both, ({ weight }) => weight),
  };
  const position = { names: ['home'], columns: [new Float64Array(both.length).fill(1)] };
  return { observations, position, games: games.map(({ win, loss }) => [win, loss] as const) };
}

test('baseball 1987 without order (Agresti 2002, p. 438)', () => {
  const { observations, games } = baseball();
  const fit = fitBradleyTerry(observations);
  expectContrasts(
    fit,
    'Bal',
    {
      Bos: [1.1077, 0.3339],
      Cle: [0.6839, 0.3319],
      Det: [1.4364, 0.3396],
      Mil: [1.5814, 0.3433],
      NY: [1.2476, 0.3359],
      Tor: [1.2945, 0.3367],
    },
    4,
  );
  expect(2 * (saturated(games) - fit.value)).toBeCloseTo(44.053, 3);
  expect(fit.value + logChoose(games)).toBeCloseTo(-64.2593, 4);
  const printed = ['Cle', 'Bos', 'NY', 'Tor', 'Det', 'Mil'].map((team) => contrast(fit, team, 'Bal').value);
  expect(printed.map((value) => value.toFixed(2))).toEqual(['0.68', '1.11', '1.25', '1.29', '1.44', '1.58']);
});

test('baseball 1987 with the home effect: the test of a position term', () => {
  const { observations, position, games } = baseball();
  const fit = fitBradleyTerry({ ...observations, covariates: position });
  expectContrasts(
    fit,
    'Bal',
    {
      Bos: [1.1438, 0.3378],
      Cle: [0.7047, 0.335],
      Det: [1.4754, 0.3446],
      Mil: [1.6196, 0.3474],
      NY: [1.2813, 0.3404],
      Tor: [1.3271, 0.3403],
    },
    4,
  );
  const home = teams.length;
  expect(fit.parameters[home]).toBeCloseTo(0.3023, 4);
  expect(Math.sqrt(fit.inverse[home * (teams.length + 1) + home] ?? 0)).toBeCloseTo(0.1309, 4);
  expect(2 * (saturated(games) - fit.value)).toBeCloseTo(38.643, 3);
  expect(fit.value + logChoose(games)).toBeCloseTo(-61.554, 3);
  const strengths = ['Bal', 'Cle', 'Bos', 'NY', 'Tor', 'Det', 'Mil'].map((team) =>
    Math.exp(contrast(fit, team, 'Bal').value),
  );
  const sum = strengths.reduce((one, other) => one + other);
  expect(strengths.map((value) => (value / sum).toFixed(3))).toEqual([
    '0.044',
    '0.088',
    '0.137',
    '0.157',
    '0.164',
    '0.190',
    '0.220',
  ]);
});

test('the example of Wikipedia', () => {
  const counts = [count('A', 'B', 2, 3), count('A', 'D', 1, 4), count('B', 'C', 5, 3), count('C', 'D', 1, 3)];
  const fit = fitBradleyTerry(rows(counts, 'half'));
  const strengths = Array.from(fit.parameters, Math.exp);
  const sum = strengths.reduce((one, other) => one + other);
  for (const [index, value] of [0.6398348, 1.0433144, 0.6598102, 2.2703766].entries()) {
    expect(strengths[index]).toBeCloseTo(value, 6);
  }
  for (const [index, value] of [0.1386924, 0.2261518, 0.1430224, 0.4921334].entries()) {
    expect((strengths[index] ?? 0) / sum).toBeCloseTo(value, 6);
  }
});

const pudding = `1,2: 19 22 16   1,3: 16 19 12   2,3: 19 19 10   1,4: 18 23 13   2,4: 23 19 9
  3,4: 19 20 15   1,5: 13 19 18   2,5: 16 20 12   3,5: 16 15 17   4,5: 17 14 16
  1,6: 18 21 12   2,6: 22 20 12   3,6: 13 18 10   4,6: 14 19 18   5,6: 11 21 12`;
const puddingCounts = [...pudding.matchAll(/(\d),(\d): (\d+) (\d+) (\d+)/g)].map(
  ([, a = '', b = '', ...results]) => count(a, b, Number(results[0]), Number(results[1]), Number(results[2])),
);

test('chocolate pudding (Davidson 1970, example 2), the converged maximum', () => {
  const fit = fitTieModel(rows(puddingCounts, 'davidson'), davidson);
  const strengths = Array.from(fit.parameters.subarray(0, 6), Math.exp);
  const sum = strengths.reduce((one, other) => one + other);
  const worths = [0.1388034, 0.1730015, 0.1617474, 0.165373, 0.1586854, 0.2023893];
  for (const [index, worth] of worths.entries()) expect((strengths[index] ?? 0) / sum).toBeCloseTo(worth, 6);
  expectContrasts(
    fit,
    '1',
    {
      2: [0.22024, 0.18722],
      3: [0.15298, 0.19352],
      4: [0.17514, 0.18821],
      5: [0.13387, 0.1927],
      6: [0.37713, 0.19241],
    },
    5,
  );
  expect(fit.extras).toEqual(['log nu']);
  expect(Math.exp(fit.parameters[6] ?? 0)).toBeCloseTo(0.746823, 6);
  expect(fit.parameters[6]).toBeCloseTo(-0.29193, 5);
  expect(Math.sqrt(fit.inverse[6 * 7 + 6] ?? 0)).toBeCloseTo(0.0825, 4);
  expect(fit.value).toBeCloseTo(-809.7095, 4);
});

test('chocolate pudding by the model of Rao and Kupper (1967)', () => {
  const fit = fitTieModel(rows(puddingCounts, 'rao-kupper'), raoKupper);
  const strengths = Array.from(fit.parameters.subarray(0, 6), Math.exp);
  const sum = strengths.reduce((one, other) => one + other);
  const worths = [0.144399, 0.171794, 0.162817, 0.166078, 0.160381, 0.194531];
  for (const [index, worth] of worths.entries()) expect((strengths[index] ?? 0) / sum).toBeCloseTo(worth, 6);
  expect(Math.exp(fit.parameters[6] ?? 0)).toBeCloseTo(1.748457, 6);
  expect(fit.value).toBeCloseTo(-809.6971, 4);
});

test('chocolate pudding with ties as half wins, and dropped', () => {
  const half = { 2: 0.16031, 3: 0.11134, 4: 0.12748, 5: 0.09743, 6: 0.27449 };
  const drop = { 2: 0.21898, 3: 0.15357, 4: 0.17042, 5: 0.13492, 6: 0.37382 };
  for (const [policy, expected] of [
    ['half', half],
    ['drop', drop],
  ] as const) {
    const fit = fitBradleyTerry(rows(puddingCounts, policy));
    for (const [model, value] of Object.entries(expected)) {
      expect(contrast(fit, model, '1').value).toBeCloseTo(value, 5);
    }
  }
});

const cems = `Lon-Bar 217:67:19  Mil-Bar 104:132:67 Par-Bar 157:109:37 StG-Bar 144:134:25 Lon-Mil 221:56:26
  Par-Mil 121:59:32  Lon-Par 186:91:26  Lon-StG 208:73:22  Mil-StG 135:140:28 Par-StG 165:119:19
  Bar-Sto 172:90:41  Lon-Sto 250:34:19  Mil-Sto 157:100:46 Par-Sto 203:70:30  StG-Sto 155:98:50`;
const cemsCounts = [...cems.matchAll(/(\w+)-(\w+) (\d+):(\d+):(\d+)/g)].map(
  ([, a = '', b = '', ...results]) => count(a, b, Number(results[0]), Number(results[1]), Number(results[2])),
);

test('CEMS schools (Dittrich et al. 1998), half wins and Davidson', () => {
  const half = fitBradleyTerry(rows(cemsCounts, 'half'));
  expectContrasts(
    half,
    'Sto',
    {
      Bar: [0.5379, 0.0703],
      Lon: [1.5975, 0.0768],
      Mil: [0.3878, 0.0711],
      Par: [0.9064, 0.0723],
      StG: [0.5251, 0.0703],
    },
    4,
  );
  const modelled = fitTieModel(rows(cemsCounts, 'davidson'), davidson);
  expectContrasts(
    modelled,
    'Sto',
    { Bar: [0.612932], Lon: [1.822802], Mil: [0.441972], Par: [1.032534], StG: [0.598322] },
    6,
  );
  expect(Math.exp(modelled.parameters[6] ?? 0)).toBeCloseTo(0.2678898, 7);
  expect(modelled.value).toBeCloseTo(-3964.378, 3);
});
