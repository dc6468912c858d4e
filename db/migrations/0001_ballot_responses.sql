ALTER TABLE "ballot_lanes" ADD COLUMN "response_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot_lanes" ADD CONSTRAINT "ballot_lanes_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_lanes_response_idx" ON "ballot_lanes" USING btree ("response_id");