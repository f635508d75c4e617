-- DropIndex
DROP INDEX "lead_state_last_touch_at_lead_id_idx";

-- What lists of leads are sorted by. Without a value come last when descending, so one index serves both directions.
CREATE INDEX "lead_state_last_touch_at_lead_id_idx" ON "lead_state" ("last_touch_at" DESC NULLS LAST, "lead_id" DESC);
CREATE INDEX "lead_state_closed_at_lead_id_idx" ON "lead_state" ("closed_at" DESC NULLS LAST, "lead_id" DESC) WHERE "closed_at" IS NOT NULL;
CREATE INDEX "lead_value_id_idx" ON "lead" ("value" DESC NULLS LAST, "id" DESC);
CREATE INDEX "lead_name_id_idx" ON "lead" ((lower(coalesce("first_name", '') || ' ' || coalesce("last_name", '')) COLLATE "C"), "id");
