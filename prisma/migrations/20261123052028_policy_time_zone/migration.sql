-- AlterTable
ALTER TABLE "scoring_policy" ADD COLUMN     "time_zone" TEXT;

-- The leads that Sales ever accepted, for the funnel: read without their wide rows.
CREATE INDEX "handoff_accepted_idx" ON "handoff"("lead_id", "accepted_at") WHERE "accepted_at" IS NOT NULL;
