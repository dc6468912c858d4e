CREATE TABLE "ballot_exclusions" (
	"ballot_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballot_exclusions_pkey" PRIMARY KEY("ballot_id","reason")
);
--> statement-breakpoint
CREATE TABLE "ballot_lanes" (
	"ballot_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"endpoint_id" text NOT NULL,
	"card_id" text,
	"rank" smallint,
	"is_winner" boolean NOT NULL,
	CONSTRAINT "ballot_lanes_pkey" PRIMARY KEY("ballot_id","lane_id"),
	CONSTRAINT "ballot_lanes_rank_check" CHECK ("ballot_lanes"."rank" >= 1)
);
--> statement-breakpoint
CREATE TABLE "ballot_revisions" (
	"ballot_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballot_revisions_pkey" PRIMARY KEY("ballot_id","revision")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"rater_id" text NOT NULL,
	"ranking" jsonb NOT NULL,
	"all_bad" boolean NOT NULL,
	"strength" smallint,
	"ratings" jsonb NOT NULL,
	"comment" text,
	"duration_ms" integer,
	"mode" text NOT NULL,
	"outcome" text NOT NULL,
	"has_comment" boolean NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballots_turn_rater_key" UNIQUE("turn_id","rater_id"),
	CONSTRAINT "ballots_mode_check" CHECK ("ballots"."mode" in ('open', 'blind')),
	CONSTRAINT "ballots_outcome_check" CHECK ("ballots"."outcome" in ('win', 'tie', 'all-bad', 'unranked')),
	CONSTRAINT "ballots_strength_check" CHECK ("ballots"."strength" between 1 and 3),
	CONSTRAINT "ballots_duration_check" CHECK ("ballots"."duration_ms" >= 0),
	CONSTRAINT "ballots_revision_check" CHECK ("ballots"."revision" >= 1)
);
--> statement-breakpoint
CREATE TABLE "comparisons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rater_id" text NOT NULL,
	"mode" text NOT NULL,
	"title" text,
	"system" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "comparisons_mode_check" CHECK ("comparisons"."mode" in ('open', 'blind'))
);
--> statement-breakpoint
CREATE TABLE "lanes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comparison_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"endpoint_id" text NOT NULL,
	"endpoint_snapshot" jsonb NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"system" text,
	CONSTRAINT "lanes_comparison_position_key" UNIQUE("comparison_id","position"),
	CONSTRAINT "lanes_position_check" CHECK ("lanes"."position" between 0 and 7)
);
--> statement-breakpoint
CREATE TABLE "endpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"protocol" text NOT NULL,
	"base_url" text NOT NULL,
	"model" text NOT NULL,
	"key_cipher" text,
	"key_hint" text,
	"headers_cipher" text,
	"header_names" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"card_id" text,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"template" text,
	"capabilities" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"price" jsonb,
	"max_concurrent" integer,
	"timeouts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "endpoints_protocol_check" CHECK ("endpoints"."protocol" in ('chat', 'completion', 'responses')),
	CONSTRAINT "endpoints_source_check" CHECK ("endpoints"."source" in ('demo', 'environment', 'discovered', 'user')),
	CONSTRAINT "endpoints_max_concurrent_check" CHECK ("endpoints"."max_concurrent" > 0)
);
--> statement-breakpoint
CREATE TABLE "raters" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"reasoning" text,
	"finish_reason" text,
	"error_code" text,
	"error_message" text,
	"upstream_attempts" integer DEFAULT 0 NOT NULL,
	"usage" jsonb,
	"timing" jsonb,
	"cost_usd" double precision,
	"endpoint_snapshot" jsonb,
	"request" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "responses_turn_lane_attempt_key" UNIQUE("turn_id","lane_id","attempt"),
	CONSTRAINT "responses_attempt_check" CHECK ("responses"."attempt" >= 1),
	CONSTRAINT "responses_status_check" CHECK ("responses"."status" in ('pending', 'streaming', 'complete', 'stopped', 'failed', 'interrupted'))
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"stop_requested" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comparison_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"prompt" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"idempotency_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turns_comparison_index_key" UNIQUE("comparison_id","index"),
	CONSTRAINT "turns_comparison_idempotency_key" UNIQUE("comparison_id","idempotency_key"),
	CONSTRAINT "turns_index_check" CHECK ("turns"."index" >= 0),
	CONSTRAINT "turns_status_check" CHECK ("turns"."status" in ('running', 'complete'))
);
--> statement-breakpoint
ALTER TABLE "ballot_exclusions" ADD CONSTRAINT "ballot_exclusions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD CONSTRAINT "ballot_lanes_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD CONSTRAINT "ballot_lanes_lane_id_lanes_id_fk" FOREIGN KEY ("lane_id") REFERENCES "public"."lanes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_revisions" ADD CONSTRAINT "ballot_revisions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparisons" ADD CONSTRAINT "comparisons_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_comparison_id_comparisons_id_fk" FOREIGN KEY ("comparison_id") REFERENCES "public"."comparisons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."endpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lane_id_lanes_id_fk" FOREIGN KEY ("lane_id") REFERENCES "public"."lanes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_comparison_id_comparisons_id_fk" FOREIGN KEY ("comparison_id") REFERENCES "public"."comparisons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_lanes_lane_idx" ON "ballot_lanes" USING btree ("lane_id");--> statement-breakpoint
CREATE INDEX "ballot_lanes_endpoint_idx" ON "ballot_lanes" USING btree ("endpoint_id","ballot_id");--> statement-breakpoint
CREATE INDEX "ballot_lanes_card_idx" ON "ballot_lanes" USING btree ("card_id","ballot_id");--> statement-breakpoint
CREATE INDEX "ballots_log_idx" ON "ballots" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ballots_rater_idx" ON "ballots" USING btree ("rater_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ballots_outcome_idx" ON "ballots" USING btree ("outcome","created_at","id");--> statement-breakpoint
CREATE INDEX "comparisons_history_idx" ON "comparisons" USING btree ("rater_id","updated_at","id") WHERE "comparisons"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "lanes_endpoint_idx" ON "lanes" USING btree ("endpoint_id");--> statement-breakpoint
CREATE INDEX "endpoints_created_at_idx" ON "endpoints" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_current_key" ON "responses" USING btree ("turn_id","lane_id") WHERE "responses"."is_current";--> statement-breakpoint
CREATE INDEX "responses_lane_idx" ON "responses" USING btree ("lane_id");--> statement-breakpoint
CREATE INDEX "runs_turn_idx" ON "runs" USING btree ("turn_id");--> statement-breakpoint
CREATE INDEX "runs_lease_idx" ON "runs" USING btree ("lease_until") WHERE "runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "runs_owner_idx" ON "runs" USING btree ("owner") WHERE "runs"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "turns_one_running_key" ON "turns" USING btree ("comparison_id") WHERE "turns"."status" = 'running';--> statement-breakpoint
INSERT INTO "raters" ("id") VALUES ('local') ON CONFLICT DO NOTHING;
