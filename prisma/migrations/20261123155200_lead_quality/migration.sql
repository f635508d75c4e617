-- CreateEnum
CREATE TYPE "LeadQuality" AS ENUM ('poor', 'fair', 'good');

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "quality" "LeadQuality",
ADD COLUMN     "rated_at" TIMESTAMPTZ(3),
ADD COLUMN     "rated_by_id" UUID;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_rated_by_id_fkey" FOREIGN KEY ("rated_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
