CREATE TABLE "pair_counts" (
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"rater_id" text NOT NULL,
	"endpoint_a" text NOT NULL,
	"endpoint_b" text NOT NULL,
	"card_a" text NOT NULL,
	"card_b" text NOT NULL,
	"lane_count" smallint NOT NULL,
	"wins_a" integer NOT NULL,
	"wins_b" integer NOT NULL,
	"ties" integer NOT NULL,
	"both_bad" integer NOT NULL,
	CONSTRAINT "pair_counts_pkey" PRIMARY KEY("facet","value","rater_id","endpoint_a","endpoint_b","card_a","card_b","lane_count"),
	CONSTRAINT "pair_counts_facet_check" CHECK ("pair_counts"."facet" in ('all', 'mode', 'language', 'category', 'day')),
	CONSTRAINT "pair_counts_lane_count_check" CHECK ("pair_counts"."lane_count" between 2 and 8)
);
--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD COLUMN "style_tokens" integer;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD COLUMN "style_headers" integer;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD COLUMN "style_lists" integer;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD COLUMN "style_bold" integer;--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "battle" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "categories" text[];--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "prompt_hash" text;--> statement-breakpoint
ALTER TABLE "pair_counts" ADD CONSTRAINT "pair_counts_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "turns_prompt_hash_idx" ON "turns" USING btree ("prompt_hash");--> statement-breakpoint
INSERT INTO "pair_counts" ("facet", "value", "rater_id", "endpoint_a", "endpoint_b", "card_a", "card_b", "lane_count", "wins_a", "wins_b", "ties", "both_bad")
WITH "judged" AS (
	SELECT "ballots".*, "ballot_lanes"."position", "ballot_lanes"."endpoint_id", coalesce("ballot_lanes"."card_id", '') AS "card_id", "ballot_lanes"."rank", (count(*) OVER (PARTITION BY "ballots"."id"))::smallint AS "lane_count"
	FROM "ballots" JOIN "ballot_lanes" ON "ballot_lanes"."ballot_id" = "ballots"."id"
	WHERE ("ballots"."all_bad" OR "ballot_lanes"."rank" IS NOT NULL)
		AND NOT EXISTS (SELECT 1 FROM "ballot_exclusions" WHERE "ballot_exclusions"."ballot_id" = "ballots"."id")
)
SELECT "facets"."facet", "facets"."value", a."rater_id", a."endpoint_id", b."endpoint_id", a."card_id", b."card_id", a."lane_count",
	sum((NOT a."all_bad" AND a."rank" < b."rank")::int), sum((NOT a."all_bad" AND a."rank" > b."rank")::int),
	sum((NOT a."all_bad" AND a."rank" = b."rank")::int), sum(a."all_bad"::int)
FROM "judged" a JOIN "judged" b ON b."id" = a."id" AND b."position" > a."position"
CROSS JOIN LATERAL (VALUES ('all', ''), ('mode', a."mode"), ('language', 'und'), ('day', to_char(a."created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD'))) AS "facets"("facet", "value")
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
