-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('hot_waiting', 'lead_given', 'accepted', 'repair', 'sent_back', 'to_settle', 'promise_broken', 'escalated', 'task_due', 'lead_woke', 'closed');

-- CreateEnum
CREATE TYPE "NotificationVia" AS ENUM ('none', 'bell', 'mail', 'digest');

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "reminded_for" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "key" TEXT NOT NULL,
    "via" "NotificationVia" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lead_id" UUID,
    "handoff_id" UUID,
    "task_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "read_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choice" (
    "person_id" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "via" "NotificationVia" NOT NULL,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateIndex
CREATE INDEX "notification_person_id_at_id_idx" ON "notification"("person_id", "at", "id");

-- CreateIndex
CREATE INDEX "notification_lead_id_idx" ON "notification"("lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_person_id_kind_key_key" ON "notification"("person_id", "kind", "key");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_handoff_id_fkey" FOREIGN KEY ("handoff_id") REFERENCES "handoff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody has still to read: the count of the bell.
CREATE INDEX "notification_unread_idx" ON "notification"("person_id") WHERE "read_at" IS NULL AND "ended_at" IS NULL;

-- An open page hears of it, as it does of changes of handoffs.
CREATE TRIGGER "notification_made" AFTER INSERT ON "notification" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

-- Tasks that their person is to be reminded of. Those of before are known to be due.
CREATE INDEX "task_to_remind_idx" ON "task"("due_at")
  WHERE "done_at" IS NULL AND "cancelled_at" IS NULL AND "reminded_for" IS DISTINCT FROM "due_at";
UPDATE "task" SET "reminded_for" = "due_at" WHERE "due_at" <= now();
