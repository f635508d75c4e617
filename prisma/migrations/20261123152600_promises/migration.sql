-- CreateEnum
CREATE TYPE "PromiseKind" AS ENUM ('accept', 'first_touch', 'answer');

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "accept_hot_within_minutes" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "accept_within_minutes" INTEGER NOT NULL DEFAULT 240,
ADD COLUMN     "answer_within_minutes" INTEGER NOT NULL DEFAULT 480,
ADD COLUMN     "marketing_target" INTEGER NOT NULL DEFAULT 80,
ADD COLUMN     "sales_target" INTEGER NOT NULL DEFAULT 90,
ADD COLUMN     "touch_within_minutes" INTEGER NOT NULL DEFAULT 240,
ADD COLUMN     "week" JSONB NOT NULL DEFAULT '[null,{"from":540,"to":1020},{"from":540,"to":1020},{"from":540,"to":1020},{"from":540,"to":1020},{"from":540,"to":1020},null]';

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "answer_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "touch_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "holiday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "promise_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "judged_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promise_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "breach" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "handoff_id" UUID NOT NULL,
    "promise" "PromiseKind" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "escalates_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "breach_due_at_idx" ON "breach"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "breach_handoff_id_promise_key" ON "breach"("handoff_id", "promise");

-- CreateIndex
CREATE INDEX "handoff_touch_due_at_idx" ON "handoff"("touch_due_at");

-- CreateIndex
CREATE INDEX "handoff_answer_due_at_idx" ON "handoff"("answer_due_at");

-- AddForeignKey
ALTER TABLE "breach" ADD CONSTRAINT "breach_handoff_id_fkey" FOREIGN KEY ("handoff_id") REFERENCES "handoff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Breaches that may escalate.
CREATE INDEX "breach_escalates_at_idx" ON "breach"("escalates_at") WHERE "escalated_at" IS NULL;

-- What was promised before working hours were known ran by day and night.
UPDATE "handoff" SET "touch_due_at" = "accepted_at" + interval '4 hours' WHERE "accepted_at" IS NOT NULL;
UPDATE "handoff" SET "answer_due_at" = "returned_at" + interval '8 hours' WHERE "return_kind" = 'repair';

INSERT INTO "promise_clock" ("judged_until") VALUES (now());
