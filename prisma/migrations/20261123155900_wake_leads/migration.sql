-- A lead that sleeps until its day is not one to warm up before it.
DROP INDEX "lead_state_to_warm_idx";
CREATE INDEX "lead_state_to_warm_idx" ON "lead_state"("touch_count", "last_touch_at", "lead_id")
  WHERE "stage" = 'COLD' AND "outcome" = 'OPEN' AND "desk" = 'MARKETING' AND NOT "do_not_contact" AND "wake_on" IS NULL;

-- The few that sleep, by their day.
CREATE INDEX "lead_state_asleep_idx" ON "lead_state"("wake_on", "lead_id") WHERE "wake_on" IS NOT NULL;
