CREATE TABLE "search_grams" (
	"segment_id" integer NOT NULL,
	"gram" integer NOT NULL,
	"places" "bytea" NOT NULL,
	CONSTRAINT "search_grams_pkey" PRIMARY KEY("segment_id","gram")
);
--> statement-breakpoint
CREATE TABLE "search_pending" (
	"created_at" timestamp (3) with time zone NOT NULL,
	"ballot_id" uuid NOT NULL,
	"is_revision" boolean NOT NULL,
	"changed_by" bigint NOT NULL,
	CONSTRAINT "search_pending_pkey" PRIMARY KEY("created_at","ballot_id")
);
--> statement-breakpoint
CREATE TABLE "search_segments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_segments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	"keys" "bytea" NOT NULL,
	"dead" "bytea"
);
--> statement-breakpoint
CREATE INDEX "search_segments_time_idx" ON "search_segments" USING btree ("last_at");--> statement-breakpoint
-- Parts of the keys are read without the rest only where they are not compressed.
ALTER TABLE "search_segments" ALTER COLUMN "keys" SET STORAGE EXTERNAL;--> statement-breakpoint
CREATE FUNCTION "search_enqueue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_pending" ("created_at", "ballot_id", "is_revision", "changed_by")
	SELECT "created_at", "id", tg_op = 'UPDATE', pg_current_xact_id()::text::bigint FROM "changed" ORDER BY 1, 2
	ON CONFLICT ("created_at", "ballot_id") DO UPDATE SET "changed_by" = excluded."changed_by";
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "ballots_inserted" AFTER INSERT ON "ballots" REFERENCING NEW TABLE AS "changed"
	FOR EACH STATEMENT EXECUTE FUNCTION "search_enqueue"();--> statement-breakpoint
CREATE TRIGGER "ballots_updated" AFTER UPDATE ON "ballots" REFERENCING NEW TABLE AS "changed"
	FOR EACH STATEMENT EXECUTE FUNCTION "search_enqueue"();--> statement-breakpoint
INSERT INTO "search_pending" ("created_at", "ballot_id", "is_revision", "changed_by")
SELECT "created_at", "id", false, 0 FROM "ballots";
