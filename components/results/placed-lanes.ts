import type { Preference } from '#lib/preferences/log-schema.ts';
import { placeOf } from '#lib/preferences/ranking.ts';

export type PreferenceLane = Preference['lanes'][number];

export type PlacedLane = PreferenceLane & {
  /** From 1 on; lanes that tie share one, and the next leaves room for them. null: not ranked. */
  place: number | null;
  isWinner: boolean;
};

/** The lanes of a ballot in the order they were shown, each with its place. */
export function placeLanes({ ballot, lanes }: Pick<Preference, 'ballot' | 'lanes'>): PlacedLane[] {
  return lanes.map((lane) => {
    const place = placeOf(ballot.ranking, lane.laneId);
    return { ...lane, place, isWinner: place === 1 && ballot.ranking[0]?.length === 1 };
  });
}

/** Groups of lanes as ranked, best first. Lanes the log no longer knows are left out. */
export function rankedGroups({ ballot, lanes }: Pick<Preference, 'ballot' | 'lanes'>): PreferenceLane[][] {
  return ballot.ranking
    .map((laneIds) => lanes.filter(({ laneId }) => laneIds.includes(laneId)))
    .filter((group) => group.length > 0);
}

export type PreferenceMarks = { flags: number; comments: number; ideals: number };

/** How much a ballot says beside its ranking. */
export function countMarks({ ballot }: Pick<Preference, 'ballot'>): PreferenceMarks {
  const ratings = Object.values(ballot.ratings);
  return {
    flags: ratings.reduce((sum, rating) => sum + (rating.flags?.length ?? 0), 0),
    comments: ratings.filter((rating) => rating.comment).length + (ballot.comment ? 1 : 0),
    ideals: ratings.filter((rating) => rating.ideal).length,
  };
}
