CREATE TABLE "log_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rater_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"filter" jsonb,
	"ballots" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ballot_notes" (
	"ballot_id" uuid PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"rater_id" text NOT NULL,
	"action_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot_tags" (
	"ballot_id" uuid NOT NULL,
	"ballot_at" timestamp (3) with time zone NOT NULL,
	"tag" text NOT NULL,
	"rater_id" text NOT NULL,
	"action_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballot_tags_pkey" PRIMARY KEY("ballot_id","tag")
);
--> statement-breakpoint
CREATE TABLE "past_marks" (
	"ballot_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"rater_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid,
	"ended_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rater_id" text NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name_key" UNIQUE("rater_id","name")
);
--> statement-breakpoint
ALTER TABLE "ballot_exclusions" ADD COLUMN "rater_id" text;--> statement-breakpoint
ALTER TABLE "ballot_exclusions" ADD COLUMN "action_id" uuid;--> statement-breakpoint
ALTER TABLE "log_actions" ADD CONSTRAINT "log_actions_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_notes" ADD CONSTRAINT "ballot_notes_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_notes" ADD CONSTRAINT "ballot_notes_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_notes" ADD CONSTRAINT "ballot_notes_action_id_log_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."log_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_tags" ADD CONSTRAINT "ballot_tags_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_tags" ADD CONSTRAINT "ballot_tags_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_tags" ADD CONSTRAINT "ballot_tags_action_id_log_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."log_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_marks" ADD CONSTRAINT "past_marks_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_marks" ADD CONSTRAINT "past_marks_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_marks" ADD CONSTRAINT "past_marks_added_by_log_actions_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."log_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_marks" ADD CONSTRAINT "past_marks_ended_by_log_actions_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."log_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "log_actions_rater_idx" ON "log_actions" USING btree ("rater_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ballot_notes_action_idx" ON "ballot_notes" USING btree ("action_id","ballot_id");--> statement-breakpoint
CREATE INDEX "ballot_notes_rater_idx" ON "ballot_notes" USING btree ("rater_id");--> statement-breakpoint
CREATE INDEX "ballot_tags_log_idx" ON "ballot_tags" USING btree ("tag","ballot_at","ballot_id");--> statement-breakpoint
CREATE INDEX "ballot_tags_action_idx" ON "ballot_tags" USING btree ("action_id","ballot_id");--> statement-breakpoint
CREATE INDEX "ballot_tags_rater_idx" ON "ballot_tags" USING btree ("rater_id");--> statement-breakpoint
CREATE INDEX "past_marks_ballot_idx" ON "past_marks" USING btree ("ballot_id");--> statement-breakpoint
CREATE INDEX "past_marks_ended_idx" ON "past_marks" USING btree ("ended_by","ballot_id");--> statement-breakpoint
CREATE INDEX "past_marks_added_idx" ON "past_marks" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "past_marks_rater_idx" ON "past_marks" USING btree ("rater_id");--> statement-breakpoint
ALTER TABLE "ballot_exclusions" ADD CONSTRAINT "ballot_exclusions_rater_id_raters_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."raters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_exclusions" ADD CONSTRAINT "ballot_exclusions_action_id_log_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."log_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_exclusions_reason_idx" ON "ballot_exclusions" USING btree ("reason","ballot_id");--> statement-breakpoint
CREATE INDEX "ballot_exclusions_action_idx" ON "ballot_exclusions" USING btree ("action_id","ballot_id") WHERE "ballot_exclusions"."action_id" is not null;--> statement-breakpoint
CREATE INDEX "ballot_exclusions_rater_idx" ON "ballot_exclusions" USING btree ("rater_id") WHERE "ballot_exclusions"."rater_id" is not null;