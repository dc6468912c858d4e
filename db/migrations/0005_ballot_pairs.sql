CREATE TABLE "ballot_pairs" (
	"ballot_id" uuid NOT NULL,
	"position_a" smallint NOT NULL,
	"position_b" smallint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"rater_id" text NOT NULL,
	"mode" text NOT NULL,
	"language" text NOT NULL,
	"categories" text[] NOT NULL,
	"endpoint_a" text NOT NULL,
	"endpoint_b" text NOT NULL,
	"card_a" text NOT NULL,
	"card_b" text NOT NULL,
	"lane_count" smallint NOT NULL,
	"wins_a" smallint NOT NULL,
	"wins_b" smallint NOT NULL,
	"ties" smallint NOT NULL,
	"both_bad" smallint NOT NULL,
	CONSTRAINT "ballot_pairs_pkey" PRIMARY KEY("ballot_id","position_a","position_b"),
	CONSTRAINT "ballot_pairs_outcome_check" CHECK ("ballot_pairs"."wins_a" + "ballot_pairs"."wins_b" + "ballot_pairs"."ties" + "ballot_pairs"."both_bad" = 1)
);
--> statement-breakpoint
INSERT INTO "ballot_pairs" ("ballot_id", "position_a", "position_b", "created_at", "rater_id", "mode", "language", "categories", "endpoint_a", "endpoint_b", "card_a", "card_b", "lane_count", "wins_a", "wins_b", "ties", "both_bad")
WITH "judged" AS (
	SELECT "ballots"."id", "ballots"."rater_id", "ballots"."mode", "ballots"."all_bad", "ballots"."created_at", coalesce("turns"."language", 'und') AS "language", coalesce("turns"."categories", '{}') AS "categories", "ballot_lanes"."position", "ballot_lanes"."endpoint_id", coalesce("ballot_lanes"."card_id", '') AS "card_id", "ballot_lanes"."rank", (count(*) OVER (PARTITION BY "ballots"."id"))::smallint AS "lane_count"
	FROM "ballots" JOIN "turns" ON "turns"."id" = "ballots"."turn_id" JOIN "ballot_lanes" ON "ballot_lanes"."ballot_id" = "ballots"."id"
	WHERE ("ballots"."all_bad" OR "ballot_lanes"."rank" IS NOT NULL)
		AND NOT EXISTS (SELECT 1 FROM "ballot_exclusions" WHERE "ballot_exclusions"."ballot_id" = "ballots"."id")
)
SELECT a."id", a."position", b."position", a."created_at", a."rater_id", a."mode", a."language", a."categories", a."endpoint_id", b."endpoint_id", a."card_id", b."card_id", a."lane_count",
	(NOT a."all_bad" AND a."rank" < b."rank")::int, (NOT a."all_bad" AND a."rank" > b."rank")::int, (NOT a."all_bad" AND a."rank" = b."rank")::int, a."all_bad"::int
FROM "judged" a JOIN "judged" b ON b."id" = a."id" AND b."position" > a."position";--> statement-breakpoint
ALTER TABLE "ballot_pairs" ADD CONSTRAINT "ballot_pairs_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_pairs_time_idx" ON "ballot_pairs" USING btree ("created_at");