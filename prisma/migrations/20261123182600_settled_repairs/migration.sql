-- CreateEnum
CREATE TYPE "Settlement" AS ENUM ('offered', 'kept');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'settled';

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "settle_note" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "settlement" "Settlement";

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
