-- DropIndex
DROP INDEX "touchpoint_campaign_id_idx";

-- The cold leads that Marketing works on, by touches and silence.
CREATE INDEX "lead_state_to_warm_idx" ON "lead_state"("touch_count", "last_touch_at", "lead_id")
  WHERE "stage" = 'COLD' AND "outcome" = 'OPEN' AND "desk" = 'MARKETING' AND NOT "do_not_contact";

-- What a campaign did, without reading its touches' wide rows.
CREATE INDEX "touchpoint_campaign_idx" ON "touchpoint"("campaign_id", "lead_id") INCLUDE ("engaged", "occurred_at")
  WHERE "campaign_id" IS NOT NULL AND "voided_at" IS NULL;

-- Whom a period reached.
CREATE INDEX "touchpoint_occurred_idx" ON "touchpoint"("occurred_at", "lead_id") WHERE "voided_at" IS NULL;

-- The few that are deleted, to leave them out where a lead's own row is not needed.
CREATE INDEX "lead_deleted_idx" ON "lead"("id") WHERE "deleted_at" IS NOT NULL;

-- Search by telephone.
CREATE INDEX "lead_phone_idx" ON "lead" USING gin ("phone" gin_trgm_ops) WHERE "phone" IS NOT NULL;
