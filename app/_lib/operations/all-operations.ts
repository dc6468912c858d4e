import * as ballots from '#app/_lib/operations/ballots.ts';
import * as catalog from '#app/_lib/operations/catalog.ts';
import * as changes from '#app/_lib/operations/changes.ts';
import * as comparisons from '#app/_lib/operations/comparisons.ts';
import * as endpoints from '#app/_lib/operations/endpoints.ts';
import * as leaderboard from '#app/_lib/operations/leaderboard.ts';
import { methods, type Operation } from '#app/_lib/operations/operation.ts';
import * as preferences from '#app/_lib/operations/preferences.ts';
import * as service from '#app/_lib/operations/service.ts';
import * as turns from '#app/_lib/operations/turns.ts';
import * as views from '#app/_lib/operations/views.ts';

const files = [
  endpoints,
  comparisons,
  turns,
  ballots,
  preferences,
  changes,
  views,
  leaderboard,
  catalog,
  service,
];

/** Every operation of the API, in the order of its document. */
export const allOperations: readonly Operation[] = files.flatMap((file): Operation[] =>
  Object.values<Operation>(file).toSorted(byAddress),
);

function byAddress(one: Operation, other: Operation): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return methods.indexOf(one.method) - methods.indexOf(other.method);
}
