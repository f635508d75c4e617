-- CreateEnum
CREATE TYPE "BulkKind" AS ENUM ('touch', 'owner', 'tag', 'offer', 'do_not_contact', 'delete');

-- CreateEnum
CREATE TYPE "BulkStatus" AS ENUM ('running', 'done', 'failed', 'cancelled', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "BulkFate" AS ENUM ('skipped', 'refused', 'kept');

-- AlterTable
ALTER TABLE "touchpoint" ADD COLUMN     "bulk_action_id" UUID;

-- CreateTable
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "kind" "BulkKind" NOT NULL,
    "status" "BulkStatus" NOT NULL DEFAULT 'running',
    "facts" JSONB NOT NULL,
    "campaign_id" UUID,
    "matched" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "chunks_done" INTEGER NOT NULL DEFAULT 0,
    "chunks_undone" INTEGER NOT NULL DEFAULT 0,
    "voided" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_chunk" (
    "bulk_action_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "lead_ids" UUID[],

    CONSTRAINT "bulk_chunk_pkey" PRIMARY KEY ("bulk_action_id","seq")
);

-- CreateTable
CREATE TABLE "bulk_exception" (
    "bulk_action_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "fate" "BulkFate" NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "bulk_exception_pkey" PRIMARY KEY ("bulk_action_id","lead_id")
);

-- CreateIndex
CREATE INDEX "bulk_action_created_at_id_idx" ON "bulk_action"("created_at", "id");

-- CreateIndex
CREATE INDEX "bulk_action_campaign_id_idx" ON "bulk_action"("campaign_id");

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_chunk" ADD CONSTRAINT "bulk_chunk_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_exception" ADD CONSTRAINT "bulk_exception_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_exception" ADD CONSTRAINT "bulk_exception_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
