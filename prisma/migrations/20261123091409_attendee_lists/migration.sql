-- AlterTable
ALTER TABLE "import" ADD COLUMN     "is_list" BOOLEAN NOT NULL DEFAULT false;
