-- AlterTable
ALTER TABLE "person" ADD COLUMN     "weekly_report_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "week_of" DATE;

-- CreateIndex
CREATE UNIQUE INDEX "mail_person_id_week_of_key" ON "mail"("person_id", "week_of");
