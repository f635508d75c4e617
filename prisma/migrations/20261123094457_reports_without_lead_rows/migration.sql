-- AlterTable
ALTER TABLE "lead_state" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

UPDATE "lead_state" s SET "created_at" = l."created_at", "deleted_at" = l."deleted_at" FROM "lead" l WHERE l."id" = s."lead_id";

-- The cohort of a period.
CREATE INDEX "lead_state_created_at_idx" ON "lead_state"("created_at");
