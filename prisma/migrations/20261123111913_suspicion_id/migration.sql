-- AlterTable
ALTER TABLE "suspicion" DROP CONSTRAINT "suspicion_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT uuid7(),
ADD CONSTRAINT "suspicion_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE UNIQUE INDEX "suspicion_low_id_high_id_key" ON "suspicion"("low_id", "high_id");

-- As they are listed: the surest first.
DROP INDEX "suspicion_open_idx";
CREATE INDEX "suspicion_open_idx" ON "suspicion"("strength", "id") WHERE "dismissed_at" IS NULL;
