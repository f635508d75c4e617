-- What a period's touches did by channel, without reading their wide rows.
DROP INDEX "touchpoint_occurred_idx";
CREATE INDEX "touchpoint_occurred_idx" ON "touchpoint"("occurred_at", "lead_id") INCLUDE ("channel", "engaged")
  WHERE "voided_at" IS NULL;
