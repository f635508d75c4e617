-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "passed_over" INTEGER,
ADD COLUMN     "passed_over_since" TIMESTAMPTZ(3);
