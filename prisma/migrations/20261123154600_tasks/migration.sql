-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "lead_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_lead_id_idx" ON "task"("lead_id");

-- CreateIndex
CREATE INDEX "task_due_at_id_idx" ON "task"("due_at", "id");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The open tasks of a person, due first.
CREATE INDEX "task_open_idx" ON "task"("assignee_id", "due_at", "id") WHERE "done_at" IS NULL AND "cancelled_at" IS NULL;

ALTER TABLE "task" ADD CONSTRAINT "task_one_end" CHECK ("done_at" IS NULL OR "cancelled_at" IS NULL),
  ADD CONSTRAINT "task_done_by" CHECK (("done_at" IS NULL) = ("done_by_id" IS NULL));
