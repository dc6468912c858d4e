CREATE TABLE "live_facts" (
	"source" text NOT NULL,
	"subject" text NOT NULL,
	"facts" jsonb,
	"fetched_at" timestamp (3) with time zone,
	"attempted_at" timestamp (3) with time zone NOT NULL,
	"is_pending" boolean NOT NULL,
	CONSTRAINT "live_facts_pkey" PRIMARY KEY("source","subject")
);
