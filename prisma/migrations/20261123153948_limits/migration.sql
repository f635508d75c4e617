-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "cool_down_days" INTEGER,
ADD COLUMN     "max_held_leads" INTEGER,
ADD COLUMN     "max_taken_per_day" INTEGER;
