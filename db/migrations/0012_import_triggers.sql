CREATE OR REPLACE FUNCTION "search_enqueue"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	-- Once for all rows: it goes through text.
	"transaction" bigint := pg_current_xact_id()::text::bigint;
BEGIN
	INSERT INTO "search_pending" ("created_at", "ballot_id", "is_revision", "changed_by")
	SELECT "created_at", "id", tg_op = 'UPDATE', "transaction" FROM "changed" ORDER BY 1, 2
	ON CONFLICT ("created_at", "ballot_id") DO UPDATE SET "changed_by" = excluded."changed_by";
	RETURN NULL;
END $$;--> statement-breakpoint
-- Also where the session's role leaves out ordinary triggers: imports do so while they copy rows in whose references
-- they vouch for, and the search index must hear of every ballot.
ALTER TABLE "ballots" ENABLE ALWAYS TRIGGER "ballots_inserted";--> statement-breakpoint
ALTER TABLE "ballots" ENABLE ALWAYS TRIGGER "ballots_updated";
