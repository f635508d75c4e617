-- CreateEnum
CREATE TYPE "ImportMode" AS ENUM ('both', 'create', 'update');

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mode" "ImportMode" NOT NULL DEFAULT 'both';
