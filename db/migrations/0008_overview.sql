-- The index is made anew behind the scenes: nothing of a segment tells its columns.
TRUNCATE "search_segments", "search_grams";--> statement-breakpoint
ALTER TABLE "search_segments" ADD COLUMN "columns" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "search_segments" ALTER COLUMN "columns" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "search_pending" ("created_at", "ballot_id", "is_revision", "changed_by")
SELECT "created_at", "id", false, 0 FROM "ballots" ON CONFLICT DO NOTHING;
