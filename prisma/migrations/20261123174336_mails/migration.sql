-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'kept', 'sent', 'failed', 'dropped');

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "digest_at_minute" INTEGER NOT NULL DEFAULT 480;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "mail_id" UUID;

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "digest_on" DATE,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "recipient" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_person_id_digest_on_key" ON "mail"("person_id", "digest_on");

-- CreateIndex
CREATE INDEX "notification_mail_id_idx" ON "notification"("mail_id");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The mails that are still to be sent, and what is still to be gathered into a digest.
CREATE INDEX "mail_waiting_idx" ON "mail"("next_try_at", "id") WHERE "state" = 'waiting';
CREATE INDEX "notification_to_gather_idx" ON "notification"("person_id") WHERE "via" = 'digest' AND "mail_id" IS NULL;
