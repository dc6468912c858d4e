import { expect, test } from 'vitest';
import { normalQuantile } from '#lib/rating/normal.ts';
import { criticalValue, studentProbability } from '#lib/rating/student.ts';

test('the printed table of Student’s t', () => {
  const table = [
    [4, 0.95, 2.776],
    [9, 0.95, 2.262],
    [19, 0.95, 2.093],
    [30, 0.99, 2.75],
    [120, 0.9, 1.658],
  ] as const;
  for (const [degrees, confidence, printed] of table) {
    expect(criticalValue(confidence, degrees)).toBeCloseTo(printed, 3);
  }
});

test('one and two degrees of freedom have closed forms', () => {
  for (const x of [-40, -1.5, 0, 0.3, 2, 300]) {
    expect(studentProbability(x, 1)).toBeCloseTo(0.5 + Math.atan(x) / Math.PI, 12);
    expect(studentProbability(x, 2)).toBeCloseTo(0.5 + x / (2 * Math.sqrt(2 + x * x)), 12);
  }
});

test('many degrees of freedom are the normal', () => {
  expect(criticalValue(0.95, Number.POSITIVE_INFINITY)).toBeCloseTo(normalQuantile(0.975), 12);
  expect(criticalValue(0.95, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
});
