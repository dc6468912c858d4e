ALTER TABLE "turns" DROP CONSTRAINT "turns_comparison_idempotency_key";--> statement-breakpoint
ALTER TABLE "ballot_pairs" DROP CONSTRAINT "ballot_pairs_ballot_id_ballots_id_fk";
--> statement-breakpoint
DROP INDEX "ballot_lanes_lane_idx";--> statement-breakpoint
DROP INDEX "ballot_lanes_response_idx";--> statement-breakpoint
DROP INDEX "ballot_lanes_endpoint_idx";--> statement-breakpoint
DROP INDEX "ballot_lanes_card_idx";--> statement-breakpoint
DROP INDEX "lanes_endpoint_idx";--> statement-breakpoint
DROP INDEX "responses_lane_idx";--> statement-breakpoint
CREATE UNIQUE INDEX "turns_comparison_idempotency_key" ON "turns" USING btree ("comparison_id","idempotency_key") WHERE "turns"."idempotency_key" is not null;