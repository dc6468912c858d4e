-- Once more made anew behind the scenes.
TRUNCATE "search_segments", "search_grams";--> statement-breakpoint
ALTER TABLE "search_segments" ADD COLUMN "totals" jsonb NOT NULL;--> statement-breakpoint
INSERT INTO "search_pending" ("created_at", "ballot_id", "is_revision", "changed_by")
SELECT "created_at", "id", false, 0 FROM "ballots" ON CONFLICT DO NOTHING;
