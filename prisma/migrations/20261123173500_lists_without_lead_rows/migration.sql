-- AlterTable
ALTER TABLE "lead_state" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "first_touch_at" TIMESTAMPTZ(3),
ADD COLUMN     "source" TEXT,
ADD COLUMN     "value" DECIMAL(14,2);

UPDATE "lead_state" s SET "created_by_id" = l."created_by_id", "source" = l."source", "value" = l."value",
  "first_touch_at" = (SELECT min(t."occurred_at") FROM "touchpoint" t WHERE t."lead_id" = l."id" AND t."voided_at" IS NULL)
  FROM "lead" l WHERE l."id" = s."lead_id";

-- Whoever changes them: an edit, an import, a merge, a close.
CREATE FUNCTION follow_lead_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lead_state SET source = new.source, value = new.value WHERE lead_id = new.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "lead_facts_changed" AFTER UPDATE OF "source", "value" ON "lead" FOR EACH ROW
  WHEN (old.source IS DISTINCT FROM new.source OR old.value IS DISTINCT FROM new.value)
  EXECUTE FUNCTION follow_lead_facts();

-- Lists go by the day of creation unless they are sorted otherwise: this index has what they are filtered by, so that those
-- which begin far from the newest lead are found without the rows in between.
DROP INDEX "lead_state_created_at_idx";
CREATE INDEX "lead_state_created_at_idx" ON "lead_state" ("created_at", "lead_id")
  INCLUDE ("stage", "outcome", "desk", "owner_id", "rep_id", "was_offered", "created_by_id", "touch_count",
    "first_touch_at", "last_touch_at", "first_warmed_at", "first_accepted_at", "first_hot_at", "source", "value")
  WHERE "deleted_at" IS NULL;

-- Where a lead stands and whose it is, with what people ask for besides.
DROP INDEX "lead_state_standing_idx";
CREATE INDEX "lead_state_standing_idx" ON "lead_state" ("stage", "desk", "outcome", "touch_count", "last_touch_at", "lead_id")
  INCLUDE ("created_at", "owner_id", "rep_id", "source", "value") WHERE "deleted_at" IS NULL;
DROP INDEX "lead_state_owner_idx";
CREATE INDEX "lead_state_owner_idx" ON "lead_state" ("owner_id", "lead_id")
  INCLUDE ("created_at", "stage", "outcome", "desk", "source", "last_touch_at") WHERE "deleted_at" IS NULL;
