-- Indexes of leads and their states leave the deleted ones out, as every list does: so they answer filters and counts alone,
-- without the rows. Few touches and leads come from an import that can be taken back, and by policy no index is needed.

-- DropIndex
DROP INDEX "lead_import_id_id_idx";

-- DropIndex
DROP INDEX "lead_state_stage_desk_outcome_touch_count_last_touch_at_idx";

-- DropIndex
DROP INDEX "lead_state_touch_count_lead_id_idx";

-- DropIndex
DROP INDEX "lead_state_created_at_lead_id_idx";

-- DropIndex
DROP INDEX "lead_state_owner_id_lead_id_idx";

-- DropIndex
DROP INDEX "lead_state_rep_id_lead_id_idx";

-- DropIndex
DROP INDEX "lead_state_policy_version_idx";

-- DropIndex
DROP INDEX "touchpoint_import_id_lead_id_idx";
DROP INDEX "lead_state_last_touch_at_lead_id_idx";
CREATE INDEX "lead_state_standing_idx" ON "lead_state" ("stage", "desk", "outcome", "touch_count", "last_touch_at", "lead_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_state_touch_count_idx" ON "lead_state" ("touch_count", "lead_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_state_created_at_idx" ON "lead_state" ("created_at", "lead_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_state_owner_idx" ON "lead_state" ("owner_id", "lead_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_state_rep_idx" ON "lead_state" ("rep_id", "lead_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_state_last_touch_at_idx" ON "lead_state" ("last_touch_at" DESC NULLS LAST, "lead_id" DESC) WHERE "deleted_at" IS NULL;

DROP INDEX "lead_value_id_idx";
DROP INDEX "lead_source_idx";
DROP INDEX "lead_email_idx";
DROP INDEX "lead_title_idx";
DROP INDEX "lead_name_id_idx";
CREATE INDEX "lead_value_idx" ON "lead" ("value" DESC NULLS LAST, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_source_idx" ON "lead" ("source" DESC NULLS LAST, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_email_idx" ON "lead" ("email" DESC NULLS LAST, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_title_idx" ON "lead" ("title" DESC NULLS LAST, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "lead_name_idx" ON "lead" ((lower(coalesce("first_name", '') || ' ' || coalesce("last_name", '')) COLLATE "C"), "id") WHERE "deleted_at" IS NULL;

CREATE INDEX "lead_import_idx" ON "lead"("import_id", "id") WHERE "import_id" IS NOT NULL;
CREATE INDEX "touchpoint_import_idx" ON "touchpoint"("import_id", "lead_id") WHERE "import_id" IS NOT NULL;

-- The few leads that were given back for later, and those that are lost.
CREATE INDEX "lead_state_recycled_idx" ON "lead_state"("lead_id") WHERE "recycled_at" IS NOT NULL;
CREATE INDEX "lead_state_lost_reason_idx" ON "lead_state"("lost_reason", "lead_id") WHERE "lost_reason" IS NOT NULL;

-- Touches of a period: by channel first, so that new ones come at few places, which costs a bulk touch little.
DROP INDEX "touchpoint_occurred_idx";
CREATE INDEX "touchpoint_channel_occurred_idx" ON "touchpoint"("channel", "occurred_at", "lead_id") INCLUDE ("engaged")
  WHERE "voided_at" IS NULL;
