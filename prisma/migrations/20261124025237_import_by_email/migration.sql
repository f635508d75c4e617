-- AlterTable
ALTER TABLE "import" ADD COLUMN     "by_email" INTEGER NOT NULL DEFAULT 0;
